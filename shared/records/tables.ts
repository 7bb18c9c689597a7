export type { TableName, Tables } from './registry';
