import { PDFiumModule } from '@hyzyla/pdfium'
import { wasmBinary } from './wasm-file.ts'
import { withGrowableTable } from './wasm-table.ts'

/**
 * PDFium's C functions as WASM exports them (fpdfview.h, fpdf_text.h, fpdf_attachment.h): pointers and numbers.
 * The package's own classes show text without places, so the functions are called directly.
 */
export interface Pdfium {
  readonly call: Readonly<Record<string, (...args: number[]) => number>>
  readonly memory: WebAssembly.Memory
  readonly table: WebAssembly.Table
}

let loaded: Promise<Pdfium> | null = null

/** PDFium, initialised once in this process. */
export function pdfium(): Promise<Pdfium> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Pdfium> {
  const module = await PDFiumModule({ wasmBinary: withGrowableTable(wasmBinary('@hyzyla/pdfium/pdfium.wasm')) })
  const wasm = module.wasmExports as unknown as Record<string, (...args: number[]) => number>
  wasm['FPDF_InitLibrary']?.()
  const { memory, __indirect_function_table: table } = wasm as unknown as {
    memory: WebAssembly.Memory
    __indirect_function_table: WebAssembly.Table
  }
  return { call: callable(wasm), memory, table }
}

/** Every export by name; a name that this build lacks throws when called, not before. */
function callable(wasm: Record<string, unknown>): Pdfium['call'] {
  return new Proxy(wasm, {
    get(target, name) {
      const found = target[String(name)]
      if (typeof found !== 'function') throw new Error(`PDFium lacks ${String(name)}`)
      return found
    },
  }) as Pdfium['call']
}

/** Runs `use` with `size` zeroed bytes of PDFium's memory, freed afterwards. */
export function withMemory<T>(lib: Pdfium, size: number, use: (pointer: number) => T): T {
  const pointer = lib.call['malloc']!(size)
  if (pointer === 0) throw new Error('PDFium is out of memory')
  try {
    new Uint8Array(lib.memory.buffer, pointer, size).fill(0)
    return use(pointer)
  } finally {
    lib.call['free']!(pointer)
  }
}

/** A UTF-16LE string out of PDFium's memory, `bytes` long with its terminator. */
export function utf16At(lib: Pdfium, pointer: number, bytes: number): string {
  return new TextDecoder('utf-16le')
    .decode(new Uint8Array(lib.memory.buffer, pointer, bytes).slice())
    .replace(/\0.*$/s, '')
}
