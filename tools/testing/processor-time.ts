/**
 * What a process and the children it waited for have used of the processors, in seconds (Linux: /proc; elsewhere the process alone).
 * On a machine that does other things too, this says what a test costs; the clock does not.
 */
import { readFileSync } from 'node:fs'

/** Ticks a second of /proc/PID/stat: 100 wherever Linux runs Node. */
const TICKS = 100

export function processorSeconds(pid: number | 'self' = 'self'): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // utime, stime, cutime, cstime: the 14th to 17th field; the second, the name, may hold spaces (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS
  } catch {
    const { user, system } = process.cpuUsage()
    return pid === 'self' ? (user + system) / 1e6 : 0
  }
}
