import { romanian } from './found.ts'
import type { Party } from './types.ts'

export const ro: readonly Party[] = [
  romanian({
    key: 'carpati', name: 'Atelier Vizual Carpați S.R.L.', street: 'Str. Memorandumului nr. 28, ap. 4', town: '400114 Cluj-Napoca', phone: '0364 401 927', domain: 'vizualcarpati.example',
    company: '3217740', register: 'J12/2841/2013', money: 'BTRL0130120244T71800', trade: 'printing', person: 'Ioana Mureșan', series: 'AVC ', nextNumber: 1047,
    registered: 'Capital social: 10.000 lei', look: { layout: 'ledger', face: 'plex', colour: '#166534', mark: 'roof', dates: 'points' },
  }),
  romanian({
    key: 'somes', name: 'Hotel Belvedere Someș S.R.L.', street: 'Splaiul Independenței nr. 11', town: '400158 Cluj-Napoca', phone: '0364 405 210', domain: 'belvederesomes.example',
    company: '1884420', register: 'J12/604/2006', money: 'BRDE130SV13004781300', trade: 'hotel', person: 'Recepție', series: 'HBS ', nextNumber: 22918, onSite: true,
    registered: 'Capital social: 200 lei', look: { layout: 'ledger', face: 'serif', colour: '#7f1d1d', mark: 'arch', dates: 'points' }, mail: 'receptie@belvederesomes.example',
  }),
  romanian({
    key: 'enerdunav', name: 'Enerdunav Furnizare S.A.', street: 'Bd. Unirii nr. 74, bl. J3', town: '030837 București', phone: '021 529 60 00', domain: 'enerdunav.example',
    company: '2290617', register: 'J40/9921/2007', money: 'RNCB0082044188120001', trade: 'energy', person: 'Serviciul Clienți', series: 'END ', nextNumber: 88120471,
    registered: 'Capital social subscris și vărsat: 42.500.000 lei', look: { layout: 'utility', face: 'open', colour: '#1d4ed8', mark: 'bolt', dates: 'points' },
  }),
  romanian({
    key: 'birotica', name: 'Birotica Lipscani S.R.L.', street: 'Str. Lipscani nr. 62', town: '030036 București', phone: '021 529 18 45', domain: 'biroticalipscani.example',
    company: '1450928', register: 'J40/3358/2002', money: 'INGB0000999907741250', trade: 'paper', person: 'Mihai Țăranu', series: 'BL ', nextNumber: 60233,
    registered: 'Capital social: 45.000 lei', look: { layout: 'ledger', face: 'arimo', colour: '#1f2937', mark: 'bars', dates: 'points' },
  }),
  romanian({
    key: 'cristal', name: 'Cristal Curățenie Profesională S.R.L.', street: 'Șos. Mihai Bravu nr. 255', town: '030308 București', phone: '021 529 77 03', domain: 'cristalcuratenie.example',
    company: '3390154', register: 'J40/7710/2014', money: 'BTRL0430120291X90500', trade: 'cleaning', person: 'Gabriela Știrbu', series: 'CCP ', nextNumber: 4180,
    registered: 'Capital social: 1.000 lei', look: { layout: 'band', face: 'plex', colour: '#0e7490', mark: 'drop', dates: 'points' },
  }),
  romanian({
    key: 'victoria', name: 'Victoria Spații de Birouri S.A.', street: 'Calea Victoriei nr. 155', town: '010073 București', phone: '021 529 30 80', domain: 'victoriaspatii.example',
    company: '1677305', register: 'J40/1180/2004', money: 'RNCB0072033910440001', trade: 'rent', person: 'Cătălin Brătescu', series: 'VSB ', nextNumber: 2615,
    registered: 'Capital social: 2.300.000 lei', look: { layout: 'classic', face: 'serif', colour: '#27374d', mark: 'roof', dates: 'points' },
  }),
  romanian({
    key: 'macheta', name: 'Macheta Studio S.R.L.', street: 'Str. Popa Nan nr. 109', town: '024078 București', phone: '021 529 41 16', domain: 'machetastudio.example',
    company: '4015582', register: 'J40/12044/2019', money: 'BTRL0460120277M33100', trade: 'models', person: 'Răzvan Dănilă', series: 'MS ', nextNumber: 388,
    registered: 'Capital social: 200 lei', look: { layout: 'letterhead', face: 'plex', colour: '#9a3412', mark: 'hexagon', dates: 'points' },
  }),
  romanian({
    key: 'telefonix', name: 'Telecom Moldova Nord S.R.L.', street: 'Bd. Ștefan cel Mare nr. 8', town: '700064 Iași', phone: '0332 440 100', domain: 'tmnord.example',
    company: '2715904', register: 'J22/1905/2010', money: 'BRDE240SV42210947240', trade: 'telephone', person: 'Relații Clienți', series: 'TMN ', nextNumber: 5512097,
    registered: 'Capital social: 900.000 lei', look: { layout: 'utility', face: 'plex', colour: '#a21caf', mark: 'arch', dates: 'points' },
  }),
]
