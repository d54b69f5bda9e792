import { britishVat, dutchVat, irishVat, norwegianOrganisation, portugueseNif, romanianCui, swedishOrganisation } from './check-digits.ts'
import type { Office } from './parties/types.ts'
import type { Country } from './types.ts'

const goteborg = swedishOrganisation('556604318')
const trondheim = norwegianOrganisation('92760418')
const bucharest = romanianCui('2974416')
const lisbon = portugueseNif('51384420')

/** The drawn office: 25 people, of whom those named on the design's pages stand first. */
export const almgrenTveit: Office = {
  name: 'Almgren Tveit Arkitekter AB', country: 'SE', language: 'sv', street: 'Stigbergsliden 18', town: '414 63 Göteborg',
  organisation: goteborg, vat: `SE${goteborg.replace('-', '')}01`, mail: 'info@almgrentveit.example', domain: 'almgrentveit.example', zone: 'Europe/Stockholm',
  people: [
    { name: 'Johan Almgren', role: 'Partner' }, { name: 'Ingrid Tveit', role: 'Partner' }, { name: 'Elin Bergqvist', role: 'Office operations' },
    { name: 'Maria Lindqvist', role: 'Economy' }, { name: 'Nadia Rahimi', role: 'Reception and post' }, { name: 'Per-Olof Gran', role: 'House and equipment' },
    { name: 'Karin Öberg', role: 'Architect, Kv. Hajen' }, { name: 'Samir Haddad', role: 'Architect' }, { name: 'Oskar Nyström', role: 'Architect' },
    { name: 'Petra Wallin', role: 'People' }, { name: 'Mira Jokinen', role: 'Structure' }, { name: 'Hugo Lindgren', role: 'Architect' },
    { name: 'Frida Hallberg', role: 'Architect' }, { name: 'Wilma Sand', role: 'Model workshop' }, { name: 'Leo Ambjörn', role: 'Model workshop' },
    { name: 'Elias Holm', role: 'Architect' }, { name: 'Tilde Ros', role: 'Architect, from 1 December' }, { name: 'Amanda Sjögren', role: 'Architect' },
    { name: 'Viktor Blom', role: 'Building information' }, { name: 'Sofia Carvalho', role: 'Landscape' }, { name: 'Andrei Munteanu', role: 'Visualisation' },
    { name: 'Ellen Dahl', role: 'Interiors' }, { name: 'Björn Aasen', role: 'Project Trondheim' }, { name: 'Linnea Fors', role: 'Trainee' },
    { name: 'Gustav Kjellin', role: 'Architect' },
  ],
}

/** One office of each other country, for papers between companies of the same country: tests and benchmarks. */
export const officesByCountry: Readonly<Record<Exclude<Country, 'DE'>, Office>> = {
  SE: almgrenTveit,
  NO: {
    name: 'Strand & Moe Arkitekter AS', country: 'NO', language: 'nb', street: 'Olav Tryggvasons gate 24', town: '7011 Trondheim',
    organisation: trondheim, vat: `NO${trondheim}MVA`, mail: 'post@strandmoe.example', domain: 'strandmoe.example', zone: 'Europe/Oslo',
    people: [{ name: 'Ragnhild Moe', role: 'Partner' }, { name: 'Tor Strand', role: 'Partner' }, { name: 'Åse Bjørkli', role: 'Office' }],
  },
  NL: {
    name: 'Van Dalen Mulder Architecten B.V.', country: 'NL', language: 'nl', street: 'Scheepmakershaven 59', town: '3011 VD Rotterdam',
    organisation: '24417730', vat: dutchVat('82044179'), mail: 'info@vandalenmulder.example', domain: 'vandalenmulder.example', zone: 'Europe/Amsterdam',
    people: [{ name: 'Mieke van Dalen', role: 'Partner' }, { name: 'Ruud Mulder', role: 'Partner' }, { name: 'Noor Bakker', role: 'Office' }],
  },
  RO: {
    name: 'Ionescu Proiect Arhitectură S.R.L.', country: 'RO', language: 'ro', street: 'Str. Batiștei nr. 14', town: '020934 București',
    organisation: 'J40/6214/2011', vat: `RO${bucharest}`, mail: 'office@ionescuproiect.example', domain: 'ionescuproiect.example', zone: 'Europe/Bucharest',
    people: [{ name: 'Ștefan Ionescu', role: 'Partner' }, { name: 'Ileana Pârvu', role: 'Office' }, { name: 'Dragoș Văcărescu', role: 'Architect' }],
  },
  PT: {
    name: 'Sequeira & Brandão Arquitetos, Lda.', country: 'PT', language: 'pt', street: 'Rua do Alecrim, 26', town: '1200-018 Lisboa',
    organisation: lisbon, vat: `PT${lisbon}`, mail: 'geral@sequeirabrandao.example', domain: 'sequeirabrandao.example', zone: 'Europe/Lisbon',
    people: [{ name: 'Leonor Sequeira', role: 'Partner' }, { name: 'Tomás Brandão', role: 'Partner' }, { name: 'Lúcia Simões', role: 'Office' }],
  },
  GB: {
    name: 'Marlowe Architects LLP', country: 'GB', language: 'en', street: '9 Clerkenwell Close', town: 'London EC1R 0AT',
    organisation: 'OC318220', vat: britishVat('2844103'), mail: 'office@marlowearchitects.example', domain: 'marlowearchitects.example', zone: 'Europe/London',
    people: [{ name: 'Judith Marlowe', role: 'Partner' }, { name: 'Kwame Boateng', role: 'Architect' }, { name: 'Hannah Pryce', role: 'Office' }],
  },
  IE: {
    name: 'Kilbride Nolan Architects Ltd', country: 'IE', language: 'en', street: '31 Fenian Street', town: 'Dublin 2, D02 FX09',
    organisation: '481190', vat: irishVat('8210447'), mail: 'office@kilbridenolan.example', domain: 'kilbridenolan.example', zone: 'Europe/Dublin',
    people: [{ name: 'Niamh Kilbride', role: 'Partner' }, { name: 'Conor Nolan', role: 'Partner' }, { name: 'Orla Daly', role: 'Office' }],
  },
}
