/** Only what finding programs and temporary files needs: no database address, no secret reaches what reads strangers' files. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'HOME', 'TESSDATA_PREFIX', 'LD_LIBRARY_PATH']
  const environment: NodeJS.ProcessEnv = { OMP_THREAD_LIMIT: '1', NODE_ENV: 'production' }
  for (const name of kept) if (process.env[name] !== undefined) environment[name] = process.env[name]
  return environment
}
