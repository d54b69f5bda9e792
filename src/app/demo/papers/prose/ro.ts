import type { Prose } from './types.ts'

export const ro: Prose = {
  labels: {
    date: 'Data', caseNumber: 'Nr. de înregistrare', handledBy: 'Persoană de contact', subject: 'Referitor la', validUntil: 'Valabil până la', validFrom: 'Valabil de la',
    confidential: 'CONFIDENȚIAL', regards: 'Cu stimă', personalAddress: 'Personal',
  },
  authority: {
    sender: { name: 'Primăria Municipiului Cluj-Napoca', unit: 'Direcția Urbanism', street: 'Str. Moților nr. 3', town: '400001 Cluj-Napoca', phone: '0264 596 030', mail: 'urbanism@primariacluj.example', organisation: '4305857', signer: 'Adrian Pop', role: 'Consilier superior' },
    subject: 'Completarea documentației pentru certificatul de urbanism',
    paragraphs: (on) => [
      `Urmare a cererii depuse de ${on.office}, vă comunicăm că documentația tehnică este incompletă.`,
      'Vă rugăm să depuneți extrasul de carte funciară actualizat, planul de situație vizat de oficiul de cadastru și dovada achitării taxei. Documentele se depun la registratură, în dosar cu șină.',
      `Termenul de completare este ${on.until}. În lipsa completărilor, documentația vă va fi restituită, potrivit Legii nr. 50/1991.`,
    ],
  },
  permit: {
    sender: { name: 'Primăria Sectorului 2', unit: 'Direcția Administrarea Domeniului Public', street: 'Str. Chiristigiilor nr. 11–13', town: '021561 București', phone: '021 209 60 00', mail: 'domeniu@ps2.example', organisation: '4204038', signer: 'Mădălina Țuțuianu', role: 'Șef serviciu' },
    subject: 'Autorizație de ocupare temporară a domeniului public',
    paragraphs: (on) => [
      `Se autorizează ${on.office} să ocupe suprafața de 12 mp din fața imobilului situat în ${on.street}, pentru amplasarea unei schele.`,
      `Autorizația este valabilă până la ${on.until}. Prelungirea se solicită cu cel puțin 10 zile înainte de expirare.`,
      'Titularul are obligația să semnalizeze lucrarea și să readucă terenul la starea inițială.',
    ],
  },
  health: {
    sender: { name: 'Centrul Medical Batiștei S.R.L.', street: 'Str. Batiștei nr. 39', town: '020934 București', phone: '021 529 66 04', mail: 'programari@cmbatistei.example', organisation: 'J40/5530/2012', signer: 'Dr. Simona Văduva', role: 'Medic de medicina muncii' },
    subject: 'Fișă de aptitudine și recomandări',
    paragraphs: (on) => [
      'Prezenta cuprinde date privind sănătatea unui angajat și se adresează numai persoanei desemnate.',
      `În urma controlului din ${on.from}, angajatul este apt condiționat până la ${on.until}, cu evitarea efortului fizic și a programului prelungit.`,
      'Se recomandă pauze regulate și reevaluare la trei luni.',
    ],
  },
  private: {
    sender: { name: 'Victoria Spații de Birouri S.A.', street: 'Calea Victoriei nr. 155', town: '010073 București', phone: '021 529 30 80', mail: 'administrare@victoriaspatii.example', organisation: 'J40/1180/2004', signer: 'Cătălin Brătescu', role: 'Administrator' },
    subject: 'Întreruperea alimentării cu apă',
    paragraphs: (on) => [
      `Vă informăm că, în data de ${on.until}, între orele 9 și 14, apa va fi oprită în clădirea din ${on.street}, pentru înlocuirea unei coloane.`,
      'Vă rugăm să închideți robinetele și să anunțați colegii. Lucrările pot produce zgomot la etajele 2 și 3.',
      'Vă mulțumim pentru înțelegere.',
    ],
  },
  lease: {
    title: 'CONTRACT DE ÎNCHIRIERE', landlord: 'Locator', tenant: 'Locatar', number: 'Contract nr.', signed: 'Data încheierii',
    clauses: (on) => [
      ['Obiectul contractului', `Locatorul transmite locatarului folosința spațiului de birouri de 340 mp situat la etajul 3, ${on.street}.`],
      ['Durata', `Contractul se încheie pe durată determinată, de la ${on.from} până la ${on.until}. Părțile pot conveni prelungirea prin act adițional, încheiat cu cel puțin 90 de zile înainte de expirare.`],
      ['Chiria', 'Chiria lunară este echivalentul în lei a 5.250,00 EUR, la cursul BNR din ziua facturării, la care se adaugă TVA. Plata se face până la data de 5 a fiecărei luni.'],
      ['Obligațiile locatarului', 'Locatarul folosește spațiul ca un bun proprietar, plătește utilitățile și nu subînchiriază fără acordul scris al locatorului.'],
      ['Garanția', 'Locatarul constituie o garanție egală cu două chirii lunare, restituită la încetarea contractului.'],
    ],
  },
  application: {
    applicant: { name: 'Ștefania Mihăilescu', street: 'Str. Horea nr. 45, ap. 12', town: '400275 Cluj-Napoca', phone: '0744 190 327', mail: 'stefania.mihailescu@post.example' },
    subject: 'Candidatură pentru postul de machetist',
    paragraphs: [
      'Vă scriu în legătură cu postul de machetist. Am absolvit Facultatea de Arhitectură din Cluj și lucrez de cinci ani la machete pentru concursuri internaționale.',
      'Stăpânesc tăierea cu laser, imprimarea 3D și finisajele fine. Vorbesc engleza fluent și învăț suedeza.',
      'Mă pot muta începând cu luna martie. Aștept cu interes un interviu.',
    ],
    cvTitle: 'Curriculum vitae',
    cv: [
      ['Experiență', [['2021–prezent', 'Macheta Studio S.R.L., București, machetist'], ['2020–2021', 'Atelier Vizual Carpați S.R.L., stagiu']]],
      ['Studii', [['2014–2020', 'Universitatea Tehnică din Cluj-Napoca, arhitectură']]],
      ['Limbi', [['', 'română, engleză, franceză, suedeză (începător)']]],
    ],
  },
  certificate: {
    title: 'CERTIFICAT DE ATESTARE FISCALĂ',
    sender: { name: 'Administrația Finanțelor Publice Sector 2', street: 'Str. C. A. Rosetti nr. 39', town: '020015 București', phone: '021 305 45 60', mail: 'contact@afps2.example', organisation: '4340862', signer: 'Nicoleta Grădinaru', role: 'Șef administrație' },
    subject: 'Certificat de atestare fiscală',
    paragraphs: (on) => [`Se certifică faptul că ${on.office} nu înregistrează obligații de plată restante la bugetul general consolidat. Certificatul este valabil până la ${on.until} și poate fi utilizat în orice scop legal.`],
    facts: [['Obligații restante', '0 lei'], ['Obligații eșalonate', '0 lei']],
  },
  minutes: {
    title: 'Proces-verbal al ședinței de proiect', place: 'Str. Batiștei nr. 14, București', present: 'Prezenți', keeper: 'Întocmit',
    items: [
      ['1. Aprobarea ordinii de zi', 'Ordinea de zi se aprobă în unanimitate.'], ['2. Stadiul lucrărilor', 'Structura este încheiată. Închiderile exterioare încep luni.'],
      ['3. Avize', 'Avizul de mediu se așteaptă până la sfârșitul lunii. Ileana Pârvu urmărește răspunsul.'], ['4. Următoarea ședință', 'Joi, 10 decembrie, ora 11.'],
    ],
  },
  advertising: {
    company: 'Mobilier Ergonom', headline: 'Reduceri de toamnă la scaune de birou', text: 'Numai până la sfârșitul lunii, toate scaunele din gama Carpați au preț redus cu un sfert.',
    points: ['Livrare gratuită în toată țara', 'Garanție cinci ani', 'Montaj inclus'], call: 'Comandați pe www.ergonom.example',
  },
  statement: {
    bank: 'Banca Transilvania', title: 'Extras de cont', account: 'Cont', day: 'Data', text: 'Detalii', out: 'Debit', in: 'Credit', balance: 'Sold', opening: 'Sold inițial', closing: 'Sold final',
    rows: ['Plată Enerdunav Furnizare S.A.', 'Plată chirie', 'Încasare factură', 'Salarii', 'Trezoreria Statului', 'Plată la POS', 'Comision administrare', 'Încasare proiect'],
  },
  sentences: [
    'Chiriașul plătește singur curentul, curățenia și înlocuirea filtrelor.', 'Vă confirmăm comanda și vă anunțăm în curând ziua livrării.',
    'Ședința a fost deschisă de președinte, care a urat tuturor bun venit.', 'Copiatorul de la etajul doi are nevoie de un cilindru nou.',
    'Lucrările trebuie să fie gata cel târziu vineri la ora cincisprezece.', 'Sunați la recepție dacă nu puteți intra pe poarta de răsărit.',
    'Cheile se ridică de la recepție, pe baza actului de identitate.', 'Exercițiul de incendiu are loc de două ori pe an, primăvara și toamna.',
    'Încă nu s-a înscris nimeni la cursul de prim ajutor.', 'Florile din hol se udă în fiecare luni și joi.',
    'Pe factură se trec numărul proiectului și numele celui care a comandat.', 'Desenele vechi se află în arhiva din subsol, raftul patru.',
    'Munca peste program se anunță din timp șefului direct.', 'Știrile despre înghețul țevilor au ajuns și la vecinii noștri.',
  ],
  mail: {
    hello: 'Bună ziua,', bill: (number) => `vă transmitem atașat factura ${number}. Pentru orice neclaritate vă stăm la dispoziție.`, forward: 'Te rog să te ocupi tu de aceasta.',
    forwardedHead: 'Mesaj redirecționat', subjectBill: (number, company) => `Factura ${number} de la ${company}`,
    request: ['Randări pentru piața interioară', 'am încărcat ultimele imagini. Vă rugăm să ne spuneți până miercuri dacă lumina de seară este bună.\n\nCu prietenie,\nIoana Mureșan'],
  },
}
