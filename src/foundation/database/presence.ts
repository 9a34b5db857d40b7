import pg from 'pg';

/** Whether no other process of ours is connected any more: asked after the own pool has closed. */
export const isLastOne = async (server: pg.ClientConfig): Promise<boolean> => {
  const client = new pg.Client({ ...server, application_name: 'allmende-leaving' });
  await client.connect();
  try {
    const others = await client.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1`,
    );
    return others.rowCount === 0;
  } finally {
    await client.end();
  }
};
