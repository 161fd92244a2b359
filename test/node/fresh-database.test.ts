// The databases the tests get: of the newest shape, each alone, on the server this run was given.
import { expect, test } from 'vitest';
import { connect, migrate, migrations } from '../../src/node/store/database.ts';
import { freshDatabase } from '../setup/database.ts';

test('a fresh database has every migration and shares nothing with another', async () => {
  const both = await Promise.all([freshDatabase(), freshDatabase()]);
  const [one, other] = both.map((database) => connect(database.place));
  if (one === undefined || other === undefined) throw new Error('two were asked for');
  const done = await one<{ name: string }[]>`select name from migrations order by name`;
  expect(done.map((row) => row.name)).toEqual(await migrations());
  await one`create table only_here (word text)`;
  await expect(other`select * from only_here`).rejects.toThrow(/only_here/);
  for (const database of both) await database.drop();
  await Promise.all([one.end({ timeout: 1 }), other.end({ timeout: 1 })]);
});

test('an empty database has no table, and a dropped one is gone', async () => {
  const database = await freshDatabase({ empty: true });
  const sql = connect(database.place);
  const tables = await sql`select 1 from information_schema.tables where table_schema = 'public'`;
  expect(tables).toHaveLength(0);
  const [version] = await sql<{ number: number }[]>`select current_setting('server_version_num')::int as number`;
  expect(version?.number).toBeGreaterThanOrEqual(150_000);
  await sql.end({ timeout: 1 });
  await database.drop();
  const gone = connect(database.place);
  await expect(gone`select 1`).rejects.toThrow(/does not exist/);
  await gone.end({ timeout: 1 });
});

test('a database that a newer program has migrated is refused by name, and nothing in it is changed', async () => {
  const database = await freshDatabase();
  const sql = connect(database.place);
  await migrate(sql);
  // What is known and not done yet would run otherwise.
  const [last] = (await migrations()).slice(-1);
  await sql`delete from migrations where name = ${last ?? ''}`;
  await sql`insert into migrations (name) values ('9998-later.sql'), ('9999-later-still.sql')`;
  const before = await sql`select name from migrations order by name`;
  const opened = migrate(sql);
  await expect(opened).rejects.toMatchObject({ code: 'database-newer' });
  await expect(opened).rejects.toThrow(/9998-later\.sql, 9999-later-still\.sql.*newer program.*backup/);
  expect(await sql`select name from migrations order by name`).toEqual(before);
  await sql.end({ timeout: 1 });
  await database.drop();
});
