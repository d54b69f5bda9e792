import type { RegisteredCommand } from '../answers.ts'

/** What its form cannot ask for, since a page gives it: the papers that are chosen, the line that is pointed at. */
const isOfAPage = ({ inputSchema: { required, properties } }: RegisteredCommand): boolean =>
  (required ?? []).some(field => properties?.[field]?.hidden)

/** Whether it can be begun from nothing: on no record, by its own page or by its plain form. */
export const beginsAnywhere = (command: RegisteredCommand, forms: Readonly<Record<string, string>>): boolean =>
  !command.subject && (forms[command.name] !== undefined || !isOfAPage(command))
