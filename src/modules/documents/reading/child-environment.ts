/**
 * Only what finding programs, temporary files and Kontor's own compiled code needs: no database address, no secret reaches what reads
 * strangers' files.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  const finding = ['PATH', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'HOME', 'TESSDATA_PREFIX', 'LD_LIBRARY_PATH']
  // Half of what a child takes to start is compiling what every child before it has compiled.
  const kept = [...finding, 'NODE_COMPILE_CACHE']
  const environment: NodeJS.ProcessEnv = { OMP_THREAD_LIMIT: '1', NODE_ENV: 'production' }
  for (const name of kept) if (process.env[name] !== undefined) environment[name] = process.env[name]
  return environment
}
