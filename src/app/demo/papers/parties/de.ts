import { german } from './found.ts'
import type { Party } from './types.ts'

export const de: readonly Party[] = [
  german({
    key: 'kranz',
    name: 'Kranz Modellbau GmbH',
    street: 'Reiherstieg 12',
    town: '21107 Hamburg',
    phone: '040 66969 0417',
    domain: 'kranz-modellbau.example',
    company: '28133940',
    register: 'HRB 118402 Hamburg',
    money: '200505501280334417',
    trade: 'models',
    person: 'Uwe Kranz',
    series: '2026-',
    nextNumber: 1187,
    registered: 'Geschäftsführer: Uwe Kranz',
    look: { layout: 'classic', face: 'open', colour: '#374151', mark: 'hexagon', dates: 'points' },
  }),
]
