import { job } from '../../../kernel/declare.ts'
import { z } from '../../../kernel/schema.ts'

/** Looks for those that are alike, each night and some while after parties were added. */
export const findAlike = job('directory.find-alike', z.strictObject({}), 'system')
