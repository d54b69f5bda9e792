/** The words for what the registry names: a command, a kind, a field, a choice; from the modules' catalogues. */
import type { RefusedBecause } from '../answers.ts'
import type { SayFunction } from '../language/Say.tsx'

/** `create-task` → `Create task`: what is shown when a catalogue has no words, which the checks of modules find. */
function readable(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1)
  const spaced = last
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const firstOf = (say: SayFunction<string>, keys: readonly string[], name: string): string => {
  for (const key of keys) {
    const words = say.maybe(key)
    if (words !== undefined) return words
  }
  // Empty while the words that were not there at first are on their way.
  return say(keys.at(-1) as string) && readable(name)
}

/** `work.create-task` */
export const commandWords = (say: SayFunction<string>, name: string): string => firstOf(say, [name], name)

/** `kind.task`, `kind.task.plural` */
export const kindWords = (say: SayFunction<string>, kind: string, many = false): string =>
  firstOf(say, [...(many ? [`kind.${kind}.plural`] : []), `kind.${kind}`], kind)

/** What a module is called: by a word of its own, or as its first page, whose message `pages` has. */
export const moduleWords = (
  say: SayFunction<string>,
  module: string,
  pages: Readonly<Record<string, string>>,
): string | undefined => say.maybe(`module.${module}`) ?? (pages[module] ? say.maybe(pages[module]) : undefined)

/** `field.work.create-task.dueOn`, else `field.work.dueOn`, else `field.dueOn` */
export function fieldWords(say: SayFunction<string>, command: string, path: string): string {
  const module = command.slice(0, command.indexOf('.'))
  const last = path.slice(path.lastIndexOf('.') + 1)
  return firstOf(say, [`field.${command}.${path}`, `field.${module}.${last}`, `field.${last}`], last)
}

/** `field.work.create-task.dueOn.hint`, where there is one. */
export function fieldHint(say: SayFunction<string>, command: string, path: string): string | undefined {
  const module = command.slice(0, command.indexOf('.'))
  return (
    say.maybe(`field.${command}.${path}.hint`) ??
    say.maybe(`field.${module}.${path}.hint`) ??
    say.maybe(`field.${path}.hint`)
  )
}

/** `choice.work.priority.urgent`, else `choice.priority.urgent`, else `choice.urgent` */
export function choiceWords(say: SayFunction<string>, command: string, path: string, value: string): string {
  const module = command.slice(0, command.indexOf('.'))
  const last = path.slice(path.lastIndexOf('.') + 1)
  return firstOf(say, [`choice.${module}.${last}.${value}`, `choice.${last}.${value}`, `choice.${value}`], value)
}

/** `state.task.open`, else `choice.state.open` */
export const stateWords = (say: SayFunction<string>, kind: string, state: string): string =>
  firstOf(say, [`state.${kind}.${state}`, `state.${state}`, `choice.state.${state}`], state)

/** Why a command is not possible now: as the server worded it, else `refusal.<name>` of the catalogues. */
export const refusalWords = (say: SayFunction<string>, because: RefusedBecause): string =>
  because.message ?? say.maybe(`refusal.${because.name}`, because.data) ?? readable(because.name)

const verbIcons: Readonly<Record<string, string>> = {
  create: 'plus',
  add: 'plus',
  new: 'plus',
  quick: 'plus',
  invite: 'send',
  take: 'inbox',
  look: 'eye',
  flag: 'flag',
  label: 'tag',
  bury: 'archive',
  unbury: 'bell',
  complete: 'check',
  confirm: 'check',
  approve: 'check',
  tick: 'check',
  change: 'edit',
  correct: 'edit',
  rename: 'edit',
  set: 'edit',
  assign: 'user',
  snooze: 'clock',
  pin: 'pin',
  unpin: 'pin',
  wait: 'hourglass',
  reopen: 'refresh',
  repeat: 'repeat',
  remove: 'trash',
  drop: 'x',
  discard: 'trash',
  refuse: 'x',
  decline: 'x',
  cancel: 'x',
  end: 'x',
  revoke: 'x',
  file: 'folder',
  share: 'external-link',
  receive: 'inbox',
  mask: 'eye-off',
  attach: 'paperclip',
  detach: 'paperclip',
  link: 'link',
  unlink: 'link',
  merge: 'git-merge',
  join: 'git-merge',
  split: 'arrows-split',
  make: 'plus',
  read: 'scan',
  send: 'send',
  write: 'mail',
  call: 'phone',
  dial: 'phone',
  transfer: 'phone',
  pay: 'cash',
  verify: 'shield-check',
  revive: 'refresh',
  grant: 'key',
  sign: 'edit',
  archive: 'archive',
  print: 'printer',
  import: 'upload',
  place: 'map-pin',
  save: 'upload',
  arrange: 'folder',
  retry: 'refresh',
  adopt: 'user-check',
  unmerge: 'arrows-split',
  renew: 'refresh',
  reset: 'key',
  disable: 'lock',
  enable: 'key',
  unassign: 'user',
  withdraw: 'arrow-back-up',
  replace: 'users',
  redact: 'eye-off',
  stop: 'x',
  untick: 'circle',
  retire: 'archive',
  restore: 'arrow-back-up',
  bring: 'arrow-back-up',
  undo: 'arrow-back-up',
  expect: 'calendar',
  meet: 'user-check',
  lend: 'key',
  is: 'copy',
  keep: 'columns',
  pass: 'x',
  word: 'language',
  unword: 'trash',
  review: 'check',
  mind: 'calendar',
  raise: 'plus',
  settle: 'check',
  accrue: 'calendar',
  spread: 'calendar',
  revalue: 'refresh',
  reverse: 'arrow-back-up',
  report: 'circle-check',
  cover: 'user-share',
  record: 'scan',
  open: 'building',
  close: 'check',
  apply: 'list-check',
  convert: 'repeat',
  purge: 'trash',
  claim: 'receipt',
  unbook: 'arrow-back-up',
  order: 'list-numbers',
  count: 'list-numbers',
  switch: 'repeat',
  fire: 'list-check',
  try: 'eye',
  remind: 'bell',
  reindex: 'refresh',
  promise: 'certificate',
  serve: 'star',
  show: 'zoom-in',
  plan: 'calendar',
  propose: 'plus',
  leave: 'x',
  reject: 'x',
  match: 'check',
  unmatch: 'arrow-back-up',
  forget: 'trash',
  recall: 'arrow-back-up',
  called: 'check',
  log: 'phone',
  lift: 'x',
  destroy: 'trash',
  register: 'book',
  strike: 'x',
  begin: 'arrow-right',
  accept: 'check',
  hand: 'user-share',
  bind: 'briefcase',
  unbind: 'briefcase',
  ask: 'message',
  return: 'arrow-back-up',
  publish: 'send',
  answer: 'message',
  check: 'check',
  request: 'message',
  hear: 'message',
  tell: 'message',
  decide: 'scale',
  mark: 'eye',
  allow: 'bell',
  tidy: 'trash',
  start: 'arrow-right',
  resume: 'refresh',
  fulfil: 'check',
  put: 'check',
  move: 'calendar',
  swap: 'repeat',
  deviate: 'flag',
  explain: 'message',
  note: 'message',
  clear: 'calendar-event',
  warn: 'clock',
  resend: 'send',
  mirror: 'refresh',
  dismiss: 'check',
  advance: 'arrow-right',
  connect: 'link',
  reconnect: 'link',
  disconnect: 'x',
  skip: 'arrow-right',
  finish: 'check',
  pause: 'hourglass',
  acknowledge: 'check',
  escalate: 'phone',
  resolve: 'circle-check',
  step: 'arrow-right',
  issue: 'certificate',
  credit: 'arrow-back-up',
  waive: 'x',
  charge: 'cash',
  invoice: 'cash',
  enter: 'plus',
  code: 'tag',
  post: 'book',
  dispute: 'flag',
  hold: 'hourglass',
  release: 'check',
  unverify: 'arrow-back-up',
  unapprove: 'arrow-back-up',
  gather: 'inbox',
  lock: 'lock',
  unlock: 'key',
  unshare: 'x',
  prepare: 'list-check',
  state: 'edit',
  give: 'message',
  book: 'calendar',
  choose: 'check',
  name: 'edit',
  subscribe: 'link',
  refresh: 'refresh',
  paste: 'upload',
  deliver: 'check',
}

/** A command's icon: its own, else its verb's. */
export function commandIcon(name: string, own?: string): string {
  const verb = name.slice(name.indexOf('.') + 1).split('-')[0] ?? ''
  return own ?? verbIcons[verb] ?? 'command'
}
