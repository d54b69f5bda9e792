/** A spreadsheet's list that came to the demo office by mail from its landlord: it can go into the directory or a register. */
import type { Seeding } from './seeding.ts'
import { must } from './seeding.ts'

const contacts = [
  'Namn;Företag;Befattning;E-post;Mobil;Postnr;Ort',
  'Siv Hallgren;Göta Fastighetsdrift AB;Driftchef;siv.hallgren@gotadrift.example;070-174 06 12;411 36;Göteborg',
  'Omar Farah;Göta Fastighetsdrift AB;Jour, kvällar;omar.farah@gotadrift.example;070-174 06 19;411 36;Göteborg',
  'Birgitta Nyman;Västlås Service AB;Låssmed;birgitta@vastlas.example;073-174 06 55;417 55;Göteborg',
  'Leif Rask;Rask Hiss & Port AB;Hissjour;leif@raskhiss.example;076-174 06 31;415 02;Göteborg',
  'Hanna Ek;;Portvakt, Lindholmen;hanna.ek@lindholmsporten.example;072-174 06 77;417 56;Göteborg',
].join('\r\n')

/** Takes it in as the owner got it; it waits in In. */
export async function seedTables(seeding: Seeding, ownerId: string): Promise<void> {
  const name = 'Kontaktlista huset 2026.csv'
  const file = await seeding.kernel.files.put(seeding.organisationId, Buffer.from(contacts), { name })
  await must(seeding, ownerId, 'documents.take-in', { fileId: file.id, name, arrivedBy: 'upload' })
}
