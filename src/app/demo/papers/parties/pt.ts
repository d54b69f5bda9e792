import { portuguese } from './found.ts'
import type { Party } from './types.ts'

export const pt: readonly Party[] = [
  portuguese({
    key: 'cortica', name: 'Cortiça Viva, Lda.', street: 'Rua da Cortiça, 118', town: '4535-414 Santa Maria de Lamas', phone: '227 450 118', domain: 'corticaviva.example',
    company: '50871934', money: '0035069700041882130', trade: 'models', person: 'Inês Magalhães', series: 'FT 2026A/', nextNumber: 1284,
    registered: 'Capital social 25.000,00 €', look: { layout: 'ledger', face: 'plex', colour: '#92400e', mark: 'leaf', dates: 'iso' },
  }),
  portuguese({
    key: 'ribeira', name: 'Hotel Ribeira Alta, S.A.', street: 'Rua de São João, 77', town: '4050-552 Porto', phone: '222 010 440', domain: 'ribeiraalta.example',
    company: '50432718', money: '0033000045112240905', trade: 'hotel', person: 'Receção', series: 'FR A26/', nextNumber: 9207, onSite: true, mail: 'rececao@ribeiraalta.example',
    registered: 'Capital social 500.000,00 €', look: { layout: 'ledger', face: 'serif', colour: '#1e3a8a', mark: 'arch', dates: 'slashes' },
  }),
  portuguese({
    key: 'lusoluz', name: 'Luz do Tejo Comercial, S.A.', street: 'Av. 24 de Julho, 102', town: '1200-870 Lisboa', phone: '210 540 900', domain: 'luzdotejo.example',
    company: '50320911', money: '0035065100037719430', trade: 'energy', person: 'Apoio ao Cliente', series: 'FT 26/', nextNumber: 4471902, entity: '21098',
    registered: 'Capital social 12.000.000,00 €', look: { layout: 'utility', face: 'open', colour: '#ca8a04', mark: 'bolt', dates: 'slashes' },
  }),
  portuguese({
    key: 'papelaria', name: 'Papelaria do Chiado, Lda.', street: 'Rua Garrett, 54', town: '1200-204 Lisboa', phone: '210 540 217', domain: 'papelariachiado.example',
    company: '50219947', money: '0033000000417730155', trade: 'paper', person: 'João Conceição', series: 'FT PC/', nextNumber: 20716,
    registered: 'Capital social 5.000,00 €', look: { layout: 'ledger', face: 'arimo', colour: '#111827', mark: 'bars', dates: 'iso' },
  }),
  portuguese({
    key: 'brilho', name: 'Brilho Certo – Limpezas, Lda.', street: 'Rua de Santa Marta, 31, 2.º Esq.', town: '1150-293 Lisboa', phone: '210 540 663', domain: 'brilhocerto.example',
    company: '51066283', money: '0035021900008851730', trade: 'cleaning', person: 'Conceição Araújo', series: 'FT BC26/', nextNumber: 771,
    registered: 'Capital social 5.000,00 €', look: { layout: 'band', face: 'plex', colour: '#0f766e', mark: 'drop', dates: 'iso' },
  }),
  portuguese({
    key: 'predial', name: 'Predial Avenida, S.A.', street: 'Av. da Liberdade, 190, 5.º', town: '1250-147 Lisboa', phone: '210 540 800', domain: 'predialavenida.example',
    company: '50011826', money: '0033000045330071244', trade: 'rent', person: 'Gonçalo Brandão', series: 'FT R/', nextNumber: 2611, entity: '21573',
    registered: 'Capital social 1.250.000,00 €', look: { layout: 'classic', face: 'serif', colour: '#27374d', mark: 'roof', dates: 'long' },
  }),
  portuguese({
    key: 'topolisboa', name: 'Topolisboa – Topografia e Geotecnia, Lda.', street: 'Rua Tomás Ribeiro, 43', town: '1050-225 Lisboa', phone: '210 540 351', domain: 'topolisboa.example',
    company: '50577402', money: '0035012700049013530', trade: 'survey', person: 'Sérgio Falcão', series: 'FT T/', nextNumber: 640, onSite: true,
    registered: 'Capital social 50.000,00 €', look: { layout: 'letterhead', face: 'plex', colour: '#3f6212', mark: 'hexagon', dates: 'long' },
  }),
  portuguese({
    key: 'atlantel', name: 'Atlantel Comunicações, S.A.', street: 'Av. José Malhoa, 16', town: '1070-159 Lisboa', phone: '210 540 100', domain: 'atlantel.example',
    company: '50448163', money: '0033000000990417806', trade: 'telephone', person: 'Apoio a Empresas', series: 'FT AT/', nextNumber: 6610234, entity: '20881',
    registered: 'Capital social 8.000.000,00 €', look: { layout: 'utility', face: 'plex', colour: '#be123c', mark: 'wave', dates: 'slashes' },
  }),
]
