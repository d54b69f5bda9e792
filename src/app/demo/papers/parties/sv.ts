import { swedish } from './found.ts'
import type { Party } from './types.ts'

/** The suppliers of the drawn office in Göteborg: numbers as drawn, telephone numbers from the range kept for fiction. */
export const sv: readonly Party[] = [
  swedish({
    key: 'lindholmen', name: 'Lindholmens Papper & Plott AB', street: 'Plejadgatan 26', town: '417 57 Göteborg', phone: '031-390 06 72',
    domain: 'lindholmenspapper.example', company: '556710294', money: '5730912', trade: 'paper', person: 'Eva Lindholm', series: '', nextNumber: 40718,
    look: { layout: 'classic', face: 'arimo', colour: '#1d3a2d', mark: 'spiral', dates: 'iso' },
  }),
  swedish({
    key: 'hisings', name: 'Hisings Ventilation AB', street: 'Deltavägen 7', town: '418 34 Göteborg', phone: '031-390 06 14',
    domain: 'hisingsvent.example', company: '556432118', money: '5128441', trade: 'service', person: 'Birgitta Löf', series: '', nextNumber: 88214,
    look: { layout: 'band', face: 'open', colour: '#23527c', mark: 'wave', dates: 'iso' },
  }),
  swedish({
    key: 'vastkust', name: 'Västkust Städ AB', street: 'Ostindiegatan 14', town: '414 71 Göteborg', phone: '031-390 06 28',
    domain: 'vastkuststad.example', company: '556891340', money: '541220', trade: 'cleaning', person: 'Marko Ilić', series: '26', nextNumber: 1104,
    look: { layout: 'sidebar', face: 'plex', colour: '#0f766e', mark: 'drop', dates: 'iso' }, termDays: 20,
  }),
  swedish({
    key: 'alvstaden', name: 'Älvstadens Energi AB', street: 'Rantorget 3', town: '411 04 Göteborg', phone: '031-390 06 80', mail: 'kund@alvstadensenergi.example',
    domain: 'alvstadensenergi.example', company: '556029471', money: '990141', trade: 'energy', person: 'Kundservice', series: '8', nextNumber: 5520418,
    look: { layout: 'utility', face: 'open', colour: '#b45309', mark: 'bolt', dates: 'iso' },
  }),
  swedish({
    key: 'ringon', name: 'Ringöns Modellbygg AB', street: 'Stålverksgatan 11', town: '417 07 Göteborg', phone: '031-390 06 37',
    domain: 'ringonsmodellbygg.example', company: '556748812', money: '5893307', trade: 'models', person: 'Jonas Hedman', series: 'F-', nextNumber: 2871,
    look: { layout: 'letterhead', face: 'plex', colour: '#7c2d12', mark: 'hexagon', dates: 'iso' },
  }),
  swedish({
    key: 'alvsborg', name: 'Älvsborgs Blommor', street: 'Karl Johansgatan 64', town: '414 55 Göteborg', phone: '031-390 06 41',
    domain: 'alvsborgsblommor.example', company: '710316242', money: '512884', trade: 'flowers', person: 'Anneli Krantz', series: '', nextNumber: 913,
    look: { layout: 'letterhead', face: 'serif', colour: '#9d174d', mark: 'leaf', dates: 'long' }, termDays: 20,
  }),
  swedish({
    key: 'majnabbe', name: 'Majnabbe Kaffe & Te AB', street: 'Emigrantvägen 2B', town: '414 63 Göteborg', phone: '031-390 06 23',
    domain: 'majnabbekaffe.example', company: '556973305', money: '588412', trade: 'coffee', person: 'Lovisa Brandt', series: '', nextNumber: 11672,
    look: { layout: 'band', face: 'serif', colour: '#4a2c17', mark: 'ring', dates: 'iso' },
  }),
  swedish({
    key: 'kopiera', name: 'Kopiera Väst AB', street: 'Drakegatan 10', town: '412 50 Göteborg', phone: '031-390 06 33',
    domain: 'kopieravast.example', company: '556615072', money: '5216409', trade: 'printing', person: 'Daniel Ek', series: '', nextNumber: 302217,
    look: { layout: 'classic', face: 'plex', colour: '#111827', mark: 'bars', dates: 'iso' },
  }),
  swedish({
    key: 'bredband', name: 'Bredband Väst AB', street: 'Första Långgatan 22', town: '413 28 Göteborg', phone: '031-390 06 90', mail: 'kundtjanst@bredbandvast.example',
    domain: 'bredbandvast.example', company: '556830119', money: '5790016', trade: 'software', person: 'Kundtjänst Företag', series: '47', nextNumber: 118022,
    look: { layout: 'band', face: 'plex', colour: '#5b21b6', mark: 'arch', dates: 'iso' },
  }),
  swedish({
    key: 'norrsken', name: 'Norrsken Larm AB', street: 'Exportgatan 38', town: '422 46 Hisings Backa', phone: '031-390 06 47',
    domain: 'norrskenlarm.example', company: '556777420', money: '586194', trade: 'service', person: 'Therese Palm', series: 'NL', nextNumber: 60933,
    look: { layout: 'sidebar', face: 'arimo', colour: '#1e3a8a', mark: 'key', dates: 'iso' },
  }),
  swedish({
    key: 'telefoni', name: 'Telefoni Väst AB', street: 'Kungsportsavenyen 17', town: '411 36 Göteborg', phone: '031-390 06 60', mail: 'faktura@telefonivast.example',
    domain: 'telefonivast.example', company: '556920187', money: '5441190', trade: 'telephone', person: 'Kundservice', series: '1', nextNumber: 77140332,
    look: { layout: 'utility', face: 'plex', colour: '#be123c', mark: 'wave', dates: 'iso' },
  }),
  swedish({
    key: 'kustfast', name: 'Kustfast AB', street: 'Stigbergstorget 1', town: '414 63 Göteborg', phone: '031-390 06 18', mail: 'hyra@kustfast.example',
    domain: 'kustfast.example', company: '556348806', money: '516207', trade: 'rent', person: 'Lars Ekdahl', series: 'H', nextNumber: 26411,
    look: { layout: 'classic', face: 'serif', colour: '#27374d', mark: 'roof', dates: 'iso' },
  }),
  swedish({
    key: 'ringoluft', name: 'Ringö Luft AB', street: 'Järnmalmsgatan 4', town: '417 07 Göteborg', phone: '031-390 06 52',
    domain: 'ringoluft.example', company: '559084116', money: '5377280', trade: 'service', person: 'Niklas Ahl', series: '', nextNumber: 3307,
    look: { layout: 'letterhead', face: 'open', colour: '#334155', mark: 'wave', dates: 'iso' },
  }),
  swedish({
    key: 'budpojken', name: 'Majornas Cykelbud ek. för.', street: 'Allmänna vägen 9', town: '414 60 Göteborg', phone: '031-390 06 75',
    domain: 'majornascykelbud.example', company: '769612450', money: '529083', trade: 'courier', person: 'Siri Wall', series: '', nextNumber: 5418,
    look: { layout: 'sidebar', face: 'plex', colour: '#15803d', mark: 'ring', dates: 'iso' },
  }),
]
