import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { netpbmOf, type Raster } from './raster.ts'
import { TESSERACT_LANGUAGES } from './tesseract-languages.ts'
import { wordsOfTsv } from './tesseract-tsv.ts'
import type { Word } from './types.ts'
import { packageFile, requirePackage } from './wasm-file.ts'

/** The C++ classes as tesseract.js-core binds them (baseapi.h, renderer.h). */
interface TessBaseAPI {
  Init(path: null, languages: string, engine: number): number
  SetVariable(name: string, value: string): boolean
  SetPageSegMode(mode: number): void
  SetImageFile(exif: number, angle: number): number
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  MeanTextConf(): number
  Clear(): void
  End(): void
}

interface TessPDFRenderer {
  BeginDocument(title: string): boolean
  AddImage(api: TessBaseAPI): boolean
  EndDocument(): boolean
  __destroy__?(): void
}

interface Core {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
    unlink(path: string): void
  }
  readonly TessBaseAPI: new () => TessBaseAPI
  readonly TessPDFRenderer: new (base: string, dataPath: string, textOnly: boolean) => TessPDFRenderer
}

type LoadCore = (options: { readonly print: () => void; readonly printErr: () => void }) => Promise<Core>

const LSTM_ONLY = 1

interface Ready {
  readonly core: Core
  readonly api: TessBaseAPI
  languages: string
}

let ready: Promise<Ready> | null = null

/**
 * Tesseract in this process, its six models loaded once. The core is called directly, not through tesseract.js:
 * we already stand in a killable child, and only so can one PDF take many pages.
 */
function tesseract(): Promise<Ready> {
  ready ??= start()
  return ready
}

async function start(): Promise<Ready> {
  const core = await loadCore()
  for (const language of TESSERACT_LANGUAGES) {
    const file = packageFile(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`)
    core.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(file)))
  }
  return { core, api: new core.TessBaseAPI(), languages: '' }
}

/** Begins anew with these languages, the first of them leading; under 0.1 s. */
function speak(ready: Ready, languages: string): void {
  if (ready.languages === languages) return
  if (ready.languages !== '') ready.api.End()
  ready.languages = ''
  if (ready.api.Init(null, languages, LSTM_ONLY) !== 0) throw new Error('tesseract.js-core did not start')
  ready.api.SetVariable('debug_file', '/dev/null')
  ready.languages = languages
}

/** The build for this machine's vector instructions, the plain one where it has none. */
async function loadCore(): Promise<Core> {
  let cause: unknown
  for (const build of ['relaxedsimd-lstm', 'simd-lstm', 'lstm']) {
    try {
      const load = requirePackage(`tesseract.js-core/tesseract-core-${build}`) as LoadCore
      return await load({ print: () => undefined, printErr: () => undefined })
    } catch (thrown) {
      cause = thrown
    }
  }
  throw cause
}

/** The words of an upright picture. `mode` is tesseract's page segmentation (4 rows of a page, 6 one block, 7 one line). */
export async function recogniseWasm(picture: Raster, dpi: number, languages: string, mode: number): Promise<Word[]> {
  const ready = await tesseract()
  speak(ready, languages)
  prepare(ready, picture, dpi, mode)
  const { core, api } = ready
  try {
    api.Recognize(null)
    return wordsOfTsv(api.GetTSVText(0), picture.width, picture.height)
  } finally {
    api.Clear()
    core.FS.unlink('/input')
  }
}

function prepare({ core, api }: Ready, picture: Raster, dpi: number, mode: number): void {
  core.FS.writeFile('/input', netpbmOf(picture))
  api.SetPageSegMode(mode)
  api.SetVariable('user_defined_dpi', String(Math.round(dpi)))
  if (api.SetImageFile(1, 0) !== 0) throw new Error('tesseract could not take the picture')
}
