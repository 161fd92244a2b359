// A database of its own for a test: a copy of the migrated template, or an empty one.
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Place } from '../../src/node/store/database.ts';
import { placeOf } from './cluster.ts';

/** A database made for one test or one file. */
export interface FreshDatabase {
  /** What `connect` of the store takes. */
  readonly place: Place;
  /** A copy of it as it is now: what a backup would hold. Nobody may be connected to it meanwhile. */
  copy(): Promise<FreshDatabase>;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

export interface FreshOptions {
  /** Without the migrations: for tests of the migrations themselves. */
  readonly empty?: boolean;
}

/** Makes one; about 50 ms. Drop it when done: on a server given by DATABASE_URL it would stay. */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const { template } = inject('database');
  return await copyOf(options.empty ? 'template0' : template);
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const { admin } = inject('database');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const ask = async (statement: string): Promise<void> => {
    const sql = connect(admin);
    await sql.unsafe(statement).finally(() => sql.end({ timeout: 5 }));
  };
  await ask(`create database ${name} template ${template}`);
  return {
    place: placeOf(admin, name),
    copy: async () => await copyOf(name),
    drop: () => ask(`drop database if exists ${name} with (force)`),
  };
}
