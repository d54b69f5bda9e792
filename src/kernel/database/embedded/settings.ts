/** A small office's machine: little memory, ordinary disks, nothing lost. The operator's postgres.conf is read after it. */
const SETTINGS: Record<string, string> = {
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  max_connections: '80',
  max_wal_size: '512MB',
  min_wal_size: '32MB',
  wal_level: 'replica',
  max_wal_senders: '4',
  max_replication_slots: '4',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  // One core per query: parallel plans on a two-core desk take from the next person what they give to this one.
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  // An office's first day brings thousands of rows within minutes: the planner hears of them soon.
  autovacuum_naptime: '10s',
  io_method: 'sync',
  // /dev/shm is 64 MB in containers, and systemd-logind empties it of a user who has signed out.
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  idle_in_transaction_session_timeout: '5min',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
  default_text_search_config: 'pg_catalog.simple',
}

/** For tests: the data is thrown away, so nothing waits for the disk. */
const FORGETFUL: Record<string, string> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  // Many databases at once, and nobody who looks at what each is doing.
  shared_buffers: '256MB',
  update_process_title: 'off',
}

/** The text of kontor.conf, rewritten at every start. */
export function settingsText(durable: boolean): string {
  const all = durable ? SETTINGS : { ...SETTINGS, ...FORGETFUL }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'`)
  return `# Written by Kontor at every start. Settings of your own: postgres.conf in Kontor's data folder.\n${lines.join('\n')}\n`
}
