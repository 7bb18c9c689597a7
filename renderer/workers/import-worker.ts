import { expose } from 'comlink';
import { ImportSession } from './import-session';

expose(new ImportSession());
