/** The kiosk’s few signs, drawn here so that nothing more is loaded (Tabler, MIT). */
const drawn = {
  'chevron-right': ['M9 6l6 6l-6 6'],
  logout: [
    'M10 8v-2a2 2 0 0 1 2 -2h7a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-7a2 2 0 0 1 -2 -2v-2',
    'M15 12h-12l3 -3',
    'M6 15l-3 -3',
  ],
  package: [
    'M12 3l8 4.5l0 9l-8 4.5l-8 -4.5l0 -9l8 -4.5',
    'M12 12l8 -4.5',
    'M12 12l0 9',
    'M12 12l-8 -4.5',
    'M16 5.25l-8 4.5',
  ],
  users: [
    'M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
    'M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2',
    'M16 3.13a4 4 0 0 1 0 7.75',
  ],
  x: ['M18 6l-12 12', 'M6 6l12 12'],
  check: ['M5 12l5 5l10 -10'],
  scan: [
    'M4 7v-1a2 2 0 0 1 2 -2h2',
    'M4 17v1a2 2 0 0 0 2 2h2',
    'M16 4h2a2 2 0 0 1 2 2v1',
    'M16 20h2a2 2 0 0 0 2 -2v-1',
    'M5 12l14 0',
  ],
} as const

export function KioskIcon({ name }: { readonly name: keyof typeof drawn }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      {drawn[name].map(path => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
