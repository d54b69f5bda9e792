import { dutch } from './found.ts'
import type { Party } from './types.ts'

export const nl: readonly Party[] = [
  dutch({
    key: 'noord', name: 'Atelier Noord B.V.', street: 'Papaverweg 34', town: '1032 KJ Amsterdam', phone: '020 894 26 10', domain: 'ateliernoord.example',
    company: '85134207', kvk: '63418825', money: 'TRIO025448713', trade: 'printing', person: 'Sanne de Wit', series: '2026-', nextNumber: 318,
    look: { layout: 'letterhead', face: 'plex', colour: '#be185d', mark: 'monogram', dates: 'long' },
  }),
  dutch({
    key: 'plancert', name: 'Plancert B.V.', street: 'Wilhelminakade 143', town: '3072 AP Rotterdam', phone: '010 741 08 55', domain: 'plancert.example',
    company: '80921744', kvk: '24458190', money: 'INGB066218405', trade: 'software', person: 'Joost Vermeulen', series: 'PC26', nextNumber: 4107,
    look: { layout: 'band', face: 'plex', colour: '#1d4ed8', mark: 'bars', dates: 'hyphens' },
  }),
  dutch({
    key: 'maasstroom', name: 'Maasstroom Energie N.V.', street: 'Boompjes 60', town: '3011 XB Rotterdam', phone: '010 741 44 00', domain: 'maasstroom.example',
    company: '00281936', kvk: '24127703', money: 'ABNA058820173', trade: 'energy', person: 'Klantenservice Zakelijk', series: '4', nextNumber: 60281177,
    look: { layout: 'utility', face: 'open', colour: '#15803d', mark: 'bolt', dates: 'hyphens' },
  }),
  dutch({
    key: 'vandijk', name: 'Van Dijk & Zonen Papierhandel B.V.', street: 'Oudegracht 218', town: '3511 NR Utrecht', phone: '030 761 92 30', domain: 'vandijkpapier.example',
    company: '81744905', kvk: '30174462', money: 'RABO031744086', trade: 'paper', person: 'Pieter van Dijk', series: '', nextNumber: 260914,
    look: { layout: 'classic', face: 'arimo', colour: '#78350f', mark: 'leaf', dates: 'hyphens' },
  }),
  dutch({
    key: 'helderschoon', name: 'Helder Schoonmaakdiensten B.V.', street: 'Keilestraat 9', town: '3029 BP Rotterdam', phone: '010 741 63 27', domain: 'helderschoon.example',
    company: '85577210', kvk: '66120493', money: 'INGB075331928', trade: 'cleaning', person: 'Fatima El Idrissi', series: '26-', nextNumber: 1187,
    look: { layout: 'sidebar', face: 'plex', colour: '#0e7490', mark: 'drop', dates: 'hyphens' },
  }),
  dutch({
    key: 'delta', name: 'Delta Vastgoed B.V.', street: 'Coolsingel 65', town: '3012 AC Rotterdam', phone: '010 741 20 02', domain: 'deltavastgoed.example',
    company: '81209386', kvk: '24299071', money: 'ABNA040155729', trade: 'rent', person: 'Marijke Hoekstra', series: 'HN', nextNumber: 20266,
    look: { layout: 'classic', face: 'serif', colour: '#1f2937', mark: 'roof', dates: 'long' },
  }),
  dutch({
    key: 'koerier', name: 'De Snelle Fiets V.O.F.', street: 'Witte de Withstraat 77', town: '3012 BN Rotterdam', phone: '010 741 50 81', domain: 'snellefiets.example',
    company: '85903366', kvk: '70188240', money: 'RABO036290114', trade: 'courier', person: 'Daan Kuipers', series: 'F', nextNumber: 9021,
    look: { layout: 'letterhead', face: 'open', colour: '#c2410c', mark: 'ring', dates: 'long' },
  }),
  dutch({
    key: 'bellijn', name: 'Bellijn Telecom B.V.', street: 'Stationsplein 45', town: '3013 AK Rotterdam', phone: '010 741 30 30', domain: 'bellijn.example',
    company: '81893357', kvk: '27335018', money: 'INGB068844250', trade: 'telephone', person: 'Klantenservice', series: '7', nextNumber: 1102298,
    look: { layout: 'utility', face: 'plex', colour: '#7e22ce', mark: 'arch', dates: 'hyphens' },
  }),
]
