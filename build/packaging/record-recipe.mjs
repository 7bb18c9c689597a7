#!/usr/bin/env node
// Stands in for fpm, which packs a .deb: writes down what it was asked to pack, beside the package it was asked to make.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
const target = args[args.indexOf('--package') + 1];
const entry = args.map((arg) => arg.split('=')[0]).find((file) => file.endsWith('.desktop') && existsSync(file));
writeFileSync(target, '');
writeFileSync(
  `${target}.json`,
  JSON.stringify({ args, desktop: entry === undefined ? '' : readFileSync(entry, 'utf8') }),
);
