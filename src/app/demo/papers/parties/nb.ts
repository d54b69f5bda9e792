import { norwegian } from './found.ts'
import type { Party } from './types.ts'

export const nb: readonly Party[] = [
  norwegian({
    key: 'fjordlys', name: 'Fjordlys Hotell Trondheim AS', street: 'Fjordgata 41', town: '7010 Trondheim', phone: '73 90 41 00', domain: 'fjordlyshotell.example',
    company: '91822407', money: '8601171540', trade: 'hotel', person: 'Resepsjonen', series: '', nextNumber: 204418, onSite: true, mail: 'post@fjordlyshotell.example',
    look: { layout: 'letterhead', face: 'serif', colour: '#14532d', mark: 'wave', dates: 'points' },
  }),
  norwegian({
    key: 'nidaros', name: 'Nidaros Grunnundersøkelser AS', street: 'Ingvald Ystgaards veg 15', town: '7047 Trondheim', phone: '73 90 22 60', domain: 'nidarosgrunn.example',
    company: '98340166', money: '4202331877', trade: 'survey', person: 'Håkon Bråthen', series: '', nextNumber: 10872, onSite: true,
    look: { layout: 'classic', face: 'arimo', colour: '#7c2d12', mark: 'hexagon', dates: 'points' },
  }),
  norwegian({
    key: 'vestkraft', name: 'Bryggen Kraft AS', street: 'Lars Hilles gate 30', town: '5008 Bergen', phone: '55 90 18 00', domain: 'bryggenkraft.example',
    company: '97511820', money: '3624170920', trade: 'energy', person: 'Kundesenteret', series: '9', nextNumber: 4471809,
    look: { layout: 'utility', face: 'open', colour: '#0369a1', mark: 'bolt', dates: 'points' },
  }),
  norwegian({
    key: 'akerrenhold', name: 'Aker Renhold AS', street: 'Økernveien 94', town: '0579 Oslo', phone: '22 90 61 40', domain: 'akerrenhold.example',
    company: '91277350', money: '1503611402', trade: 'cleaning', person: 'Agnieszka Nowak', series: '', nextNumber: 33107,
    look: { layout: 'band', face: 'plex', colour: '#0f766e', mark: 'drop', dates: 'points' },
  }),
  norwegian({
    key: 'papirhuset', name: 'Papirhuset Grünerløkka AS', street: 'Thorvald Meyers gate 52', town: '0555 Oslo', phone: '22 90 33 15', domain: 'papirhuset.example',
    company: '95602719', money: '6030054180', trade: 'paper', person: 'Øyvind Mæland', series: '', nextNumber: 71544,
    look: { layout: 'classic', face: 'plex', colour: '#1f2937', mark: 'bars', dates: 'points' },
  }),
  norwegian({
    key: 'nordtele', name: 'Nordsjø Telefoni AS', street: 'Verksgata 1A', town: '4013 Stavanger', phone: '51 90 70 70', domain: 'nordsjotelefoni.example',
    company: '98811643', money: '3201442096', trade: 'telephone', person: 'Kundeservice', series: '2', nextNumber: 8810274,
    look: { layout: 'utility', face: 'plex', colour: '#6d28d9', mark: 'arch', dates: 'points' },
  }),
  norwegian({
    key: 'karljohan', name: 'Karl Johan Eiendom AS', street: 'Rosenkrantz’ gate 8', town: '0159 Oslo', phone: '22 90 05 11', domain: 'kjeiendom.example',
    company: '93417085', money: '9710204417', trade: 'rent', person: 'Ragnhild Sæther', series: 'L', nextNumber: 5209,
    look: { layout: 'sidebar', face: 'serif', colour: '#27374d', mark: 'roof', dates: 'points' },
  }),
  norwegian({
    key: 'modellverk', name: 'Modellverkstedet på Nedre Elvehavn AS', street: 'Dokkgata 6', town: '7014 Trondheim', phone: '73 90 88 21', domain: 'modellverkstedet.example',
    company: '92155032', money: '4213550681', trade: 'models', person: 'Astrid Lønne', series: '', nextNumber: 1288,
    look: { layout: 'letterhead', face: 'plex', colour: '#9a3412', mark: 'monogram', dates: 'long' },
  }),
]
