/** Whether a list of permissions, with its patterns `work.*` and `*`, covers one. */
export const holds = (permissions: readonly string[], permission: string): boolean =>
  ['*', `${permission.slice(0, permission.indexOf('.'))}.*`, permission].some(one => permissions.includes(one))
