import { british, irish } from './found.ts'
import type { Party } from './types.ts'

export const en: readonly Party[] = [
  british({
    key: 'finch', name: 'Harbour & Finch Ltd', street: '14 Tooley Mews', town: 'London SE1 2TH', phone: '020 7946 0417', domain: 'harbourfinch.example',
    company: '2840173', house: '08114402', money: '60161331926819', trade: 'survey', person: 'Priya Raman', series: 'HF-', nextNumber: 3318,
    look: { layout: 'letterhead', face: 'serif', colour: '#1f2937', mark: 'monogram', dates: 'long' },
  }),
  british({
    key: 'pennine', name: 'Pennine Print Works Ltd', street: 'Unit 6, Ancoats Mill', town: 'Manchester M4 6DE', phone: '0161 496 0832', domain: 'pennineprint.example',
    company: '1937206', house: '06630918', money: '55700113390812', trade: 'printing', person: 'Gareth Hughes', series: '', nextNumber: 20461,
    look: { layout: 'band', face: 'open', colour: '#b91c1c', mark: 'bars', dates: 'slashes' },
  }),
  british({
    key: 'albion', name: 'Albion Office Supplies Ltd', street: '221 Corporation Street', town: 'Birmingham B4 6SE', phone: '0121 496 0550', domain: 'albionoffice.example',
    company: '2206451', house: '04471093', money: '56003312009447', trade: 'paper', person: 'Dawn Whitlock', series: 'INV', nextNumber: 118094,
    look: { layout: 'classic', face: 'arimo', colour: '#1e3a8a', mark: 'leaf', dates: 'slashes' },
  }),
  british({
    key: 'severn', name: 'Severn Power Business Ltd', street: '2 Temple Quay', town: 'Bristol BS1 6DZ', phone: '0117 496 0200', domain: 'severnpower.example',
    company: '2511908', house: '09912275', money: '60000177310026', trade: 'energy', person: 'Business Customer Services', series: '5', nextNumber: 5540912,
    look: { layout: 'utility', face: 'plex', colour: '#0369a1', mark: 'bolt', dates: 'long' },
  }),
  british({
    key: 'clyde', name: 'Clyde Facilities Ltd', street: '48 Bothwell Street', town: 'Glasgow G2 6NU', phone: '0141 496 0121', domain: 'clydefacilities.example',
    company: '2099317', house: 'SC318844', money: '83155012774091', trade: 'cleaning', person: 'Fiona Mackie', series: 'CF', nextNumber: 8812,
    look: { layout: 'sidebar', face: 'plex', colour: '#0f766e', mark: 'drop', dates: 'slashes' },
  }),
  irish({
    key: 'liffey', name: 'Liffey Software Ltd', street: '5 Sir John Rogerson’s Quay', town: 'Dublin 2, D02 EY47', phone: '020 915 0166', domain: 'liffeysoftware.example',
    company: '6433417', house: '533087', money: '93115212345678', trade: 'software', person: 'Aoife Brennan', series: 'LS-2026-', nextNumber: 2207,
    look: { layout: 'band', face: 'plex', colour: '#047857', mark: 'ring', dates: 'long' },
  }),
  irish({
    key: 'claddagh', name: 'Claddagh Properties DAC', street: '19 Eyre Square', town: 'Galway, H91 FW25', phone: '020 915 0290', domain: 'claddaghproperties.example',
    company: '8251103', house: '410226', money: '93208840771130', trade: 'rent', person: 'Seán Ó Flatharta', series: 'R', nextNumber: 4406,
    look: { layout: 'classic', face: 'serif', colour: '#374151', mark: 'roof', dates: 'long' },
  }),
  irish({
    key: 'corrib', name: 'Corrib House Hotel Ltd', street: '3 Quay Lane', town: 'Galway, H91 PY03', phone: '020 915 0311', domain: 'corribhouse.example',
    company: '9704428', house: '298104', money: '93208812204471', trade: 'hotel', person: 'Reception', series: '', nextNumber: 71183, onSite: true,
    look: { layout: 'letterhead', face: 'serif', colour: '#166534', mark: 'arch', dates: 'slashes' },
  }),
]
