import { readFileSync } from 'node:fs'

const PAGE_BYTES = 4096

/** Resident bytes of a process by /proc/<pid>/statm; 0 where there is no such file (other systems, process gone). */
export function residentBytesOf(pid: number): number {
  try {
    const resident = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]
    return Number(resident ?? 0) * PAGE_BYTES
  } catch {
    return 0
  }
}
