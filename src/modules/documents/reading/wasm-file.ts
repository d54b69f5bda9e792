import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Where a file inside an installed package stands; throws where the package is absent. */
export function packageFile(specifier: string): string {
  return require.resolve(specifier)
}

/** The bytes of a WASM binary out of node_modules, since several packages would otherwise fetch theirs from the net. */
export function wasmBinary(specifier: string): ArrayBuffer {
  const bytes = readFileSync(packageFile(specifier))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

/** `require` for CommonJS packages that are loaded late, or may be absent. */
export function requirePackage(specifier: string): unknown {
  return require(specifier)
}
