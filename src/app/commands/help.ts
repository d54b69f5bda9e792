export const help = `npx kontor start                          runs Kontor (the same as npm start)
npx kontor read FILE… --json              reads papers: no server, no database
      [--visible-only] [--language sv] [--pdf OUT.pdf]
npx kontor check-invoice FILE… --json     checks e-invoices by EN 16931, Peppol, CIUS-RO, NLCIUS, XRechnung
npx kontor bank read FILE… --json         prints a bank's statement of any format; nothing is stored
npx kontor calendar expand FILE.ics        tells when a calendar's events take place; nothing is stored
      [--from DAY] [--to DAY] [--zone ZONE] [--json]
npx kontor books import FILE               another program's books: SIE 4, SAF-T, D406, XML Auditfile
npx kontor books export --format sie4      the books for others, checked; saft-no, saft-pt, d406, xaf, hledger
      [--from DAY] [--to DAY] [--out FILE]
npx kontor network receive | send | status  e-invoices by Peppol or ANAF SPV (--settings FILE)
npx kontor backlog FOLDER                 takes an archive of old files in, folders and all
npx kontor user list | add | reset        who may sign in; links instead of passwords
npx kontor user app-password EMAIL       a password for a person’s own calendar or folder program
npx kontor verify                         walks the journal's chain, finds the changed line
npx kontor backup FOLDER                  a whole copy: database and files, with checksums
npx kontor restore FOLDER                 puts a copy back into an empty data folder
      [--erasures FOLDER]                 and erases again what was erased after the copy
npx kontor migrate                        brings the database up to this version
npx kontor service install                a systemd unit, so that it starts with the machine
npx kontor mcp --as EMAIL                 the acts as MCP tools on standard input and output
npx kontor acts                           every command and query
npx kontor MODULE.ACT '{JSON}' --as EMAIL any of them, e.g. work.create-task '{"title":"Call the landlord"}'
      [--name value …] [--file FILE, or - for standard input] [--dry-run] [--key KEY] [--token TOKEN] [--organisation ID]

Settings: KONTOR_PORT, KONTOR_DATA_DIR, DATABASE_URL … (docs/operator.md)`
