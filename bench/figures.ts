/** Which benches there are, and how their JSON becomes the figures of bench/RESULTS.md, each beside what it was to reach. */

export interface Figure {
  readonly what: string
  /** A peer's figure, measured elsewhere, where there is one. */
  readonly against?: string
  readonly target: string
  readonly reached: string
  readonly n: string
  /** Null where nothing was to be reached: told for comparison. */
  readonly met: boolean | null
}

export interface Bench {
  readonly name: string
  readonly file: string
  readonly args: readonly string[]
  readonly about: string
  readonly figures: (json: any) => Figure[]
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole)
const MB = (bytes: number): string => `${bytes.toFixed(0)} MB`

/** Figures where less is better. */
const atMost = (
  what: string,
  value: number,
  most: number,
  unit: string,
  n: string,
  more: { against?: string; digits?: number } = {},
): Figure => ({
  what,
  ...(more.against ? { against: more.against } : {}),
  target: `≤ ${most} ${unit}`,
  reached: `${value.toFixed(more.digits ?? 1)} ${unit}`,
  n,
  met: value <= most,
})

/** Shares where more is better. */
const atLeast = (what: string, part: number, whole: number, least: number, against?: string): Figure => ({
  what,
  ...(against ? { against } : {}),
  target: `≥ ${least * 100} %`,
  reached: percent(part, whole),
  n: `${part} of ${whole}`,
  met: share(part, whole) >= least,
})

const told = (what: string, reached: string, n: string): Figure => ({ what, target: '', reached, n, met: null })

const ocr =
  (engine: string, most: number, against: string) =>
  (json: any): Figure[] => [
    atMost(
      `scan → searchable PDF, deskewed, rotated, CPU-s a page, ${engine}, all children counted, median`,
      json.medianCpuSeconds,
      most,
      'CPU-s',
      `${json.pages} pages`,
      { against, digits: 2 },
    ),
    atMost(
      `error rate, −10° to +10°, six languages, 4 fonts, 200 and 300 dpi, ${engine}, mean`,
      json.meanErrorRate * 100,
      0.5,
      '%',
      `${json.pages} pages`,
      {
        ...(json.rawMeanErrorRate === null
          ? {}
          : { against: `raw tesseract ${(json.rawMeanErrorRate * 100).toFixed(1)} %` }),
        digits: 2,
      },
    ),
    told(
      'of that, drawing the PDF from the words that were kept',
      `${json.medianPdfCpuSeconds.toFixed(2)} CPU-s, ${(json.medianPdfBytes / 1000).toFixed(0)} kB a page`,
      `${json.pages} pages`,
    ),
    told('the worst page of them', `${(json.worstErrorRate * 100).toFixed(2)} %`, '1 page'),
    told('turned the right way up', percent(json.turnsRight, json.pages), `${json.turnsRight} of ${json.pages}`),
  ]

function fieldFigures({ fields, visibleText, baseline }: any): Figure[] {
  const of = (key: string) => fields[key] ?? { inTruth: 0, right: 0 }
  const naive = (right: number) => (baseline.n > 0 ? `tesseract, naive: ${right} of ${baseline.n}` : undefined)
  const [total, date] = [of('receipts total'), of('receipts issuedOn')]
  return [
    atLeast(
      'fields from visible text only (zugferd, invoice2data): right of what stands in the text',
      visibleText.right,
      visibleText.inText,
      0.95,
    ),
    atLeast('of those marked sure: right', visibleText.sureRight, visibleText.sure, 0.99),
    atLeast('of those found: marked sure', visibleText.sure, visibleText.found, 0.7),
    atLeast('receipts: total', total.right, total.inTruth, 0.85, naive(baseline.total)),
    atLeast('receipts: date', date.right, date.inTruth, 0.85, naive(baseline.issuedOn)),
  ]
}

function searchFigures({ documents, perSecond, rows }: any): Figure[] {
  const [all, ...kinds] = rows as { what: string; n: number; p50_ms: number; p95_ms: number; max_ms: number }[]
  return [
    atMost(
      `search, ${documents.toLocaleString('en')} documents, ${perSecond} requests/s, every second caller of low clearance: p95`,
      all!.p95_ms,
      50,
      'ms',
      `${all!.n} requests`,
    ),
    told('median of them', `${all!.p50_ms.toFixed(1)} ms`, `${all!.n} requests`),
    ...kinds.map(({ what, n, p95_ms }) => told(`p95, ${what}`, `${p95_ms.toFixed(1)} ms`, `${n} requests`)),
  ]
}

const commandFigures = ({ callers, rows }: any): Figure[] =>
  rows.map(({ what, by_hand_per_s, dispatched_per_s, ratio }: any) => ({
    what: `a command with journal and job, ${callers} callers, ${what}`,
    against: `the same SQL by hand: ${Math.round(by_hand_per_s)}/s`,
    target: '≥ 70 %',
    reached: `${(ratio * 100).toFixed(0)} % (${Math.round(dispatched_per_s)}/s)`,
    n: `${callers} callers`,
    met: ratio >= 0.7,
  }))

const readingFigures = ({ folders, linnErrorRate, textLayerMs, childMegabytes }: any): Figure[] => [
  told('outside PDF, bytes → words, mean of a page', `${textLayerMs.toFixed(1)} ms`, '100 pages'),
  told('a scanned sheet whose true text is known: error rate', `${(linnErrorRate * 100).toFixed(2)} %`, '1 page'),
  told('memory of the reading children afterwards', MB(childMegabytes), '2 children'),
  ...folders.map(({ folder, files, errors, medianMs, worstMs }: any) =>
    told(
      `${folder}: median, slowest`,
      `${medianMs} ms, ${worstMs} ms${errors ? `; could not be read: ${errors}` : ''}`,
      `${files} files`,
    ),
  ),
]

const textLayerFigures = ({ pages, mean_ms, p50_ms, p95_ms, max_ms, steps_ms }: any): Figure[] => [
  atMost('text-layer page, bytes stored → searchable, mean', mean_ms, 50, 'ms', `${pages} pages`),
  told('median, p95, slowest', [p50_ms, p95_ms, max_ms].map(ms => `${ms.toFixed(1)} ms`).join(', '), `${pages} pages`),
  told(
    'where the time goes',
    Object.entries(steps_ms as Record<string, number>)
      .map(([step, ms]) => `${step.replace('_', ' ')} ${ms.toFixed(1)} ms`)
      .join(', '),
    '',
  ),
]

const crashFigures = (json: any): Figure[] => {
  const n = `${json.papers} scans, ${json.kills} kills, ${json.killsInReading} of them while something was recognised`
  const none = (what: string, value: number): Figure => ({
    what,
    target: '0',
    reached: String(value),
    n,
    met: value === 0,
  })
  return [
    none('kill -9 while scans are taken in: lost', json.lost),
    none('doubled', json.doubled),
    none('not finished', json.unfinished + json.papers - json.recognised),
    told('journal whole afterwards', json.journalWhole ? 'yes' : 'no', `${json.seconds} s, seed ${json.seed}`),
  ]
}

const webFigures = (json: any): Figure[] => [
  atMost('first load of the desk, gzip, fonts included', json.deskGzip_kB, 250, 'kB', `${json.deskFiles} files`),
  {
    what: `tasks over 50 ms while scrolling ${json.listRows} rows`,
    target: '0',
    reached: `${json.tasksOver50_ms}${json.tasksOver50_ms ? `, the longest ${Math.round(json.longestTask_ms)} ms` : ''}`,
    n: `${json.listTurns} turns of the wheel`,
    met: json.tasksOver50_ms === 0 && json.listRows >= 5000,
  },
]

const machineFigures = (json: any): Figure[] => [
  atMost('warm start to the first page, median', json.warmStart_ms / 1000, 3, 's', `${json.starts} starts`, {
    digits: 2,
  }),
  told(
    'the slowest of them; the very first start, database made',
    `${(json.warmWorst_ms / 1000).toFixed(2)} s; ${(json.coldStart_ms / 1000).toFixed(2)} s`,
    '',
  ),
  atMost(
    `memory (PSS) 60 s after ${json.papers} papers were read, PostgreSQL and children included`,
    json.afterWork_MB,
    400,
    'MB',
    Object.entries(json.afterWorkOf as Record<string, number>)
      .map(([name, size]) => `${name} ${MB(size)}`)
      .join(', '),
    { digits: 0 },
  ),
  told('memory just started', MB(json.atStart_MB), ''),
]

const yearFigures = (json: any): Figure[] => [
  told(
    `a year made and lived through: ${json.papers} papers, ${json.people} people, taken in, read, confirmed, their work done`,
    `${(json.seconds / 60).toFixed(1)} min`,
    `${json.documents} documents, ${json.tasksDone} tasks done`,
  ),
  told(
    'papers a second, drawing them and their day’s work included',
    json.perSecond.toFixed(1),
    `${json.papers} papers`,
  ),
  told('confirmed', percent(json.confirmed, json.documents), `${json.confirmed} of ${json.documents}`),
  told(
    'the deputy’s day from the hand-over sheet alone, her leaving and coming back included',
    `${json.day_s.toFixed(0)} s, ${json.day_strokes} keys`,
    '1 day in a browser',
  ),
]

/** Each question beside what Radicale and Xandikos took for it, where they are on the machine. */
function caldavFigures({ events, insertsPerSecond, reached }: any): Figure[] {
  const of = (server: string) => reached.find((one: any) => one.server === server)
  const [own, ...peers] = [of('Kontor'), of('Radicale'), of('Xandikos')]
  const beside = (key: string, digits: number) =>
    peers
      .flatMap(peer => (peer ? [`${peer.server} ${peer[key]?.toFixed(digits) ?? 'does not answer it'}`] : []))
      .join(', ') || 'no peer here'
  const radicale = peers[0]?.puts_per_s
  const share = insertsPerSecond ? own.puts_per_s / insertsPerSecond : Number.NaN
  const question = (what: string, key: string, most: number): Figure =>
    atMost(what, own[key], most, 'ms', `${events} events`, { against: beside(key, 0), digits: 1 })
  return [
    {
      what: 'PUT, one after the other, a second',
      against: beside('puts_per_s', 0),
      target: '≥ 250, or ≥ 10 × Radicale and ≥ 40 % of bare durable INSERTs',
      reached: `${own.puts_per_s.toFixed(0)} (${(share * 100).toFixed(0)} % of ${insertsPerSecond?.toFixed(0)} bare INSERTs)`,
      n: `${events} events`,
      met: own.puts_per_s >= 250 || (share >= 0.4 && (!radicale || own.puts_per_s >= 10 * radicale)),
    },
    question('REPORT of everything with data', 'report_ms', 150),
    question('a month', 'month_ms', 30),
    question('a month, expanded', 'expanded_ms', 60),
    question('free/busy of a month', 'busy_ms', 40),
    question('multiget of 100', 'multiget_ms', 15),
    question('sync, the first', 'sync_first_ms', 60),
    question('sync, nothing new', 'sync_nothing_ms', 5),
    question('sync, one change', 'sync_one_ms', 5),
  ]
}

const mailFigures = ({ seen, fetched, many }: any): Figure[] => {
  const at = `${many.threads} mails`
  return [
    atMost(
      `${seen.boxes} mailboxes that idle: a mail to each, the last seen after`,
      seen.last,
      10,
      's',
      `${seen.boxes}`,
      {
        against: 'FreeScout’s users: 28 min for 30 mailboxes',
      },
    ),
    {
      what: 'fetch by IMAP, text and attachments kept and indexed, mails a second',
      target: '≥ 200',
      reached: `${fetched.perSecond.toFixed(0)} (of processor ${(fetched.used.here / fetched.mails).toFixed(1)} ms here and ${(fetched.used.database / fetched.mails).toFixed(1)} ms of the database each)`,
      n: `${fetched.mails} mails`,
      met: fetched.perSecond >= 200,
    },
    atMost('list of threads, p95', many.list.p95, 100, 'ms', at),
    atMost('search, two words by Zipf’s law, p95', many.search.p95, 50, 'ms', at),
    atMost('search, a rare word, p95', many.rare.p95, 50, 'ms', at),
    atMost('an act (assign, mark, move), p95', many.acts.p95, 100, 'ms', at, { against: 'FreeScout’s users: 10 s' }),
  ]
}

// biome-ignore lint/suspicious/noExplicitAny: what the bench has told
const letterFigures = ({ rows, merge, letter, report, fill }: any): Figure[] => [
  atMost(`a letter to ${rows}, one row bad, drawn into one PDF`, merge.seconds, 60, 's', '1'),
  told('of the processors', `${merge.cpuSeconds.toFixed(1)} s`, '1'),
  atMost('memory above what there was', merge.memoryMb, 200, 'MB', '1'),
  atMost(`preview while one types, ${letter.pages} pages, p95`, letter.p95, 100, 'ms', `${letter.strokes}`),
  told('of the processors, p50', `${letter.cpu.toFixed(1)} ms`, `${letter.strokes}`),
  atMost(`preview of a report, ${report.pages} pages with tables, p95`, report.p95, 250, 'ms', `${report.strokes}`),
  atMost('a Word file filled in, p95', fill.p95, 50, 'ms', '200'),
]

export const benches: readonly Bench[] = [
  {
    name: 'letters',
    file: 'letters.ts',
    args: [],
    about: 'Letters to many, previews while one types, Word files filled in.',
    figures: letterFigures,
  },
  {
    name: 'mail',
    file: 'mail.ts',
    args: [],
    about:
      'Mailboxes against a stand-in of an IMAP server on the same machine, which takes its share of the processor.',
    figures: mailFigures,
  },
  {
    name: 'bill-flow',
    file: 'bill-flow.ts',
    args: [],
    about: 'A three-line bill from entering to the books: four commands, CPU of Node and PostgreSQL.',
    figures: json => [
      atMost('enter, code, approve and post a bill of three lines, CPU, mean', json.cpuMs, 20, 'ms', `${json.runs}`, {
        against: 'Tryton 6 create and post: 176–217',
      }),
      told('of it Node', `${json.nodeMs.toFixed(1)} ms`, `${json.runs}`),
      told('of it PostgreSQL', `${json.databaseMs.toFixed(1)} ms`, `${json.runs}`),
    ],
  },
  {
    name: 'command',
    file: 'command.ts',
    args: [],
    about: 'What an act costs beside the same statements by hand.',
    figures: commandFigures,
  },
  {
    name: 'calendar',
    file: 'calendar.ts',
    args: [],
    about: 'The calendar’s ground through the dispatcher: an event made, a month read, fifty people’s free times.',
    figures: json => json as Figure[],
  },
  {
    name: 'search',
    file: 'search.ts',
    args: [],
    about: 'Search with visibility over a large archive.',
    figures: searchFigures,
  },
  {
    name: 'reading-ocr',
    file: 'reading-ocr.ts',
    args: ['--raw'],
    about:
      'Scanned sheets, skewed, turned, noisy; native tesseract where the machine has it. OCRmyPDF’s figures are from the issue, measured on another day.',
    figures: ocr('tesseract', 6, 'OCRmyPDF with deskew, rotate, clean 14.5, plain 6.4'),
  },
  {
    name: 'reading-ocr-wasm',
    file: 'reading-ocr.ts',
    args: ['--engine', 'wasm', '--pages', '24'],
    about: 'The same by tesseract.js, which comes with Kontor.',
    figures: ocr('tesseract.js', 9, 'OCRmyPDF with deskew, rotate, clean 14.5, plain 6.4'),
  },
  {
    name: 'text-layer',
    file: 'text-layer.ts',
    args: [],
    about:
      'A page with a text layer, one after another in the process that serves, on a database that syncs every commit: taken in, read in a warm child, recognised, recorded, and found by a word of it.',
    figures: textLayerFigures,
  },
  {
    name: 'crash-scans',
    file: 'crash-scans.ts',
    args: [],
    about: 'The office is killed at seeded moments while it takes in rasterised outside papers, and started again.',
    figures: crashFigures,
  },
  {
    name: 'score-read',
    file: 'score-read.ts',
    args: [],
    about: 'Fields recognised on outside papers, from what is visible alone.',
    figures: fieldFigures,
  },
  {
    name: 'reading-data',
    file: 'reading-data.ts',
    args: [],
    about: 'Every outside file through a reading child.',
    figures: readingFigures,
  },
  {
    name: 'backlog',
    file: 'backlog.ts',
    args: [],
    about:
      'An archive of old text PDFs (one to three pages) is taken in, the office killed three times at seeded moments.',
    figures: json => [
      {
        ...told(
          'old files lost or doubled',
          `${json.lost} lost, ${json.doubled} doubled`,
          `${json.files} files, ${json.kills} kills`,
        ),
        target: '0',
        met: json.lost + json.doubled === 0,
      },
      {
        ...told('text PDFs a second, stored, read, filed and found', json.perSecond.toFixed(1), `${json.files}`),
        target: '≥ 20',
        met: json.perSecond >= 20,
      },
      {
        ...told('tasks made, papers waiting for somebody', `${json.tasks}, ${json.waiting}`, `${json.files}`),
        target: '0',
        met: json.tasks + json.waiting === 0,
      },
      told('memory of the office and its readers', MB(json.peakMB), `${json.acts} acts`),
    ],
  },
  {
    name: 'numbers',
    file: 'numbers.ts',
    args: [],
    about:
      'Whose a telephone number is, among all of an office’s, in the notations that people and telephone systems write.',
    figures: json => [
      atMost(`caller recognised among ${json.numbers} numbers, p95`, json.exactP95, 20, 'ms', `${json.asked} asked`),
      atMost('by its last seven digits, as a maybe, p95', json.endP95, 20, 'ms', `${json.asked} asked`),
      atLeast('right, in made notations', json.right, json.asked, 0.99),
    ],
  },
  {
    name: 'call-card',
    file: 'call-card.ts',
    args: [],
    about:
      'From the telephone system’s webhook to the card in a browser: the server’s answer, the live line, what rings, the card drawn.',
    figures: json => [
      atMost('card drawn after the webhook, p50', json.drawn.p50, 300, 'ms', `${json.calls} calls`),
      atMost('card drawn after the webhook, p95', json.drawn.p95, 300, 'ms', `${json.calls} calls`),
      atMost('the page hears of it, p95', json.heard.p95, 200, 'ms', `${json.calls} calls`),
    ],
  },
  {
    name: 'list',
    file: 'list.ts',
    args: [],
    about: 'The list of documents in one answer, then the small pictures of the rows that a screen shows.',
    figures: json => [
      atMost(`list of ${json.documents} documents, p95`, json.listP95, 200, 'ms', `${json.rounds}`),
      atMost(`list and the ${json.shown} pictures in sight, p50`, json.bothP50, 200, 'ms', `${json.rounds}`),
      told('the same pictures drawn for the first time', `${json.picturesFirstMs.toFixed(0)} ms`, `${json.shown}`),
    ],
  },
  {
    name: 'reindex',
    file: 'reindex.ts',
    args: [],
    about: 'The index of the search made anew, broken off once, while somebody searches.',
    figures: json => [
      atMost('memory of the process', json.peakMB, 1000, 'MB', `${json.documents} documents`),
      { ...told('entries left over', String(json.left), `${json.documents}`), target: '0', met: json.left === 0 },
      told('search meanwhile, p95', `${json.searchP95.toFixed(0)} ms`, `${json.searches}`),
      told('entries a second', json.perSecond.toFixed(0), `${json.seconds.toFixed(0)} s`),
    ],
  },
  {
    name: 'compounds',
    file: 'compounds.ts',
    args: [],
    about:
      'Compound words of Swedish, Norwegian and Dutch found by their parts, in the search itself. The rules were set with a look at the first pairs and partly at the second; the last were written afterwards.',
    figures: json => [
      atLeast('recall', json.found, json.pairs, 0.95),
      atLeast('precision', json.found, json.found + json.falseHits, 0.9),
      told(
        'held-out pairs: recall, precision',
        `${percent(json.heldOut.found, json.heldOut.pairs)}, ${percent(json.heldOut.found, json.heldOut.found + json.heldOut.falseHits)}`,
        `${json.heldOut.pairs}`,
      ),
      told(
        'unseen pairs: recall, precision',
        `${percent(json.unseen.found, json.unseen.pairs)}, ${percent(json.unseen.found, json.unseen.found + json.unseen.falseHits)}`,
        `${json.unseen.pairs}`,
      ),
    ],
  },
  {
    name: 'near-duplicates',
    file: 'near-duplicates.ts',
    args: [],
    about:
      'Made pairs through the whole intake: the same paper scanned again and misread here and there, or next month’s bill.',
    figures: json => [
      atLeast('rescans flagged', json.rescansFlagged, json.rescans, 1),
      {
        ...told('other bills flagged', String(json.billsFlagged + json.otherFlagged), `${json.bills + json.pairs}`),
        target: '0',
        met: json.billsFlagged + json.otherFlagged === 0,
      },
    ],
  },
  {
    name: 'simulator',
    file: 'money-simulator.ts',
    args: [],
    about:
      'The books under four callers at once, with connections cut beneath them: entries, reversals, open items, locks, some wrong, some twice under one key. Unbalanced entries, gaps, sums that differ, items settled too far and postings in locked months would end it.',
    figures: json => [
      { ...told('promises broken', String(json.broken), `${json.steps} steps`), target: '0', met: json.broken === 0 },
      told('connections cut while at work', String(json.cuts), `seed ${json.seed}`),
      told('entries, settlements made', `${json.entries}, ${json.settlements}`, `${json.seconds.toFixed(0)} s`),
    ],
  },
  {
    name: 'statement-take',
    file: 'statement-take.ts',
    args: [],
    about:
      'The same size of statement through the whole house: the file kept, read by the job, its lines stored by one act on PostgreSQL, and matched as the page of the bank asks for it.',
    figures: json => [
      atMost(`read, store and match ${json.lines} lines against ${json.items} items`, json.total_s, 5, 's', '1 run', {
        digits: 2,
      }),
      told('of it reading and storing', `${json.read_and_stored_s.toFixed(2)} s`, `${json.lines} lines`),
      told('the same file again, no line of it new', `${json.read_again_s.toFixed(2)} s`, `${json.lines} lines`),
    ],
  },
  {
    name: 'statement',
    file: 'statement.ts',
    args: [],
    about:
      'A camt.053 of 10,000 lines, half of which pay one of 5,000 open items in one of the ways in which people pay: read, made comparable and matched, without the database.',
    figures: json => [
      atMost(
        `read and match ${json.lines} lines against ${json.items} items, median`,
        json.medianMs / 1000,
        5,
        's',
        `${json.rounds} rounds`,
        { digits: 2 },
      ),
      told('of it reading', `${(json.readMs / 1000).toFixed(2)} s`, `${(json.bytes / 1e6).toFixed(1)} MB`),
      told('proposed, of them sure', `${json.proposed}, ${json.sure}`, `${json.lines} lines`),
    ],
  },
  {
    name: 'trial-balance',
    file: 'trial-balance.ts',
    args: [],
    about:
      'The trial balance of a million postings in five years; hledger reads the same journal from its text each time.',
    figures: json => [
      atMost('the year as it is opened, p50', json.usualP50, 5, 'ms', `${json.rounds}`, { digits: 1 }),
      atMost('as of any date, p95', json.asOfP95, 100, 'ms', `${json.rounds}`, {
        against:
          json.hledgerSeconds === null
            ? 'hledger is not here'
            : `hledger: ${json.hledgerSeconds.toFixed(0)} s, text read`,
        digits: 1,
      }),
      told(
        'as of any date, p50',
        `${json.asOfP50.toFixed(1)} ms`,
        `${json.postings} postings, ${json.accounts} accounts`,
      ),
    ],
  },
  {
    name: 'einvoice',
    file: 'einvoice.ts',
    args: [],
    about: 'Whole e-invoices, from bytes to findings: XML, EN 16931 and Peppol BIS 3, whatever they claim.',
    figures: json => [
      atMost('one e-invoice (EN + Peppol), median', json.medianMs, 5, 'ms', `${json.runs}`, {
        against: 'SaxonJS with the official rules: 47–95 ms',
        digits: 2,
      }),
      atMost('one e-invoice (EN + Peppol), p95', json.p95Ms, 5, 'ms', `${json.runs}`, { digits: 2 }),
      told('the slowest', `${json.worstMs.toFixed(1)} ms`, `${json.invoices} invoices`),
    ],
  },
  {
    name: 'find-a-time',
    file: 'find-a-time.ts',
    args: [],
    about:
      'A time and a room: the whole query with what it reads, on calendars of eight weeks. Users of Cal.com report 10 to 25 seconds.',
    figures: json =>
      json.rows.map((row: { what: string; n: number; p95_ms: number }) =>
        atMost(`${row.what}, p95`, row.p95_ms, row.what.startsWith('5 ') ? 30 : 200, 'ms', `${row.n}`, { digits: 0 }),
      ),
  },
  {
    name: 'caldav',
    file: 'caldav.ts',
    args: [],
    about:
      'CalDAV over one keep-alive connection, durable: 2,000 events (70 % timed, 20 % weekly, 10 % all-day), beside Radicale and Xandikos in the same run.',
    figures: caldavFigures,
  },
  { name: 'web', file: 'web.ts', args: [], about: 'The interface in a browser.', figures: webFigures },
  { name: 'machine', file: 'machine.ts', args: [], about: 'What Kontor asks of a machine.', figures: machineFigures },
  {
    name: 'year',
    file: 'year.ts',
    args: [],
    about:
      'A year of an office, made by Kontor’s own generator, through intake at its own times; then somebody goes on holiday and her deputy works a day from the hand-over sheet alone.',
    figures: yearFigures,
  },
]
