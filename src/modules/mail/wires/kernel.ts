/** The kernel of this process, for steps that keep what was read beside its bytes. */
import type { Kernel } from '../../../kernel/kernel.ts'

let kernel: Kernel | null = null

/** Tells mail its kernel, when a process starts that speaks with mail servers. */
export const setMailKernel = (given: Kernel): void => {
  kernel = given
}

export function mailKernel(): Kernel {
  if (!kernel) throw new Error('mail has no kernel: setMailKernel was not called')
  return kernel
}
