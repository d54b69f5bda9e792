/** Six letters that every office writes, as people write them in each of six countries: the subject, then a line for each paragraph. */
import type { Language } from '../../kernel/language/catalogue.ts'

export interface StandardTemplate {
  readonly title: Readonly<Record<Language, string>>
  readonly text: Readonly<Record<Language, readonly [subject: string, ...lines: string[]]>>
}

const hello = '{recipient.salutation}'

const reply: StandardTemplate = {
  title: {
    en: 'Reply to an inquiry',
    sv: 'Svar på förfrågan',
    nb: 'Svar på henvendelse',
    nl: 'Antwoord op een vraag',
    ro: 'Răspuns la o solicitare',
    pt: 'Resposta a um pedido',
  },
  text: {
    en: [
      'Your inquiry',
      hello,
      'Thank you for your inquiry of {ask.Day of the inquiry}.',
      '{ask.Answer}',
      'Please contact us if anything remains unclear.',
    ],
    sv: [
      'Er förfrågan',
      hello,
      'Tack för er förfrågan den {ask.Förfrågans datum}.',
      '{ask.Svar}',
      'Hör gärna av er om något är oklart.',
    ],
    nb: [
      'Deres henvendelse',
      hello,
      'Takk for henvendelsen av {ask.Henvendelsens dato}.',
      '{ask.Svar}',
      'Ta gjerne kontakt dersom noe er uklart.',
    ],
    nl: [
      'Uw vraag',
      hello,
      'Hartelijk dank voor uw bericht van {ask.Datum van het bericht}.',
      '{ask.Antwoord}',
      'Neem gerust contact met ons op als er nog iets onduidelijk is.',
    ],
    ro: [
      'Solicitarea dumneavoastră',
      hello,
      'Vă mulțumim pentru solicitarea din {ask.Data solicitării}.',
      '{ask.Răspuns}',
      'Vă stăm la dispoziție pentru orice lămurire.',
    ],
    pt: [
      'O seu pedido',
      hello,
      'Agradecemos o seu pedido de {ask.Data do pedido}.',
      '{ask.Resposta}',
      'Ficamos ao dispor para qualquer esclarecimento.',
    ],
  },
}

const cover: StandardTemplate = {
  title: {
    en: 'Covering note',
    sv: 'Följebrev',
    nb: 'Følgebrev',
    nl: 'Begeleidende brief',
    ro: 'Adresă de înaintare',
    pt: 'Ofício de remessa',
  },
  text: {
    en: [
      'Documents enclosed',
      hello,
      'Please find enclosed {ask.What is enclosed}.',
      'Please confirm that they have reached you.',
    ],
    sv: [
      'Bifogade handlingar',
      hello,
      'Härmed översänds {ask.Vad som bifogas}.',
      'Vänligen bekräfta att handlingarna har kommit fram.',
    ],
    nb: [
      'Vedlagte dokumenter',
      hello,
      'Vedlagt følger {ask.Hva som er vedlagt}.',
      'Vi ber om bekreftelse på at dokumentene er mottatt.',
    ],
    nl: [
      'Bijgevoegde stukken',
      hello,
      'Hierbij ontvangt u {ask.Wat is bijgevoegd}.',
      'Wilt u de ontvangst ervan bevestigen?',
    ],
    ro: [
      'Documente anexate',
      hello,
      'Vă transmitem alăturat {ask.Ce se anexează}.',
      'Vă rugăm să ne confirmați primirea lor.',
    ],
    pt: [
      'Envio de documentos',
      hello,
      'Junto enviamos {ask.O que se envia}.',
      'Agradecemos que nos confirme a receção.',
    ],
  },
}

const confirmation: StandardTemplate = {
  title: {
    en: 'Confirmation of an agreement',
    sv: 'Bekräftelse på överenskommelse',
    nb: 'Bekreftelse på avtale',
    nl: 'Bevestiging van een afspraak',
    ro: 'Confirmarea unei înțelegeri',
    pt: 'Confirmação de um acordo',
  },
  text: {
    en: [
      'Confirmation',
      hello,
      'We confirm what we agreed on {ask.Day of the agreement}:',
      '{ask.What was agreed}',
      'Please tell us within a week if you remember it otherwise.',
    ],
    sv: [
      'Bekräftelse',
      hello,
      'Vi bekräftar vad vi kom överens om den {ask.Överenskommelsens datum}:',
      '{ask.Vad som avtalades}',
      'Hör av er inom en vecka om ni har uppfattat något annorlunda.',
    ],
    nb: [
      'Bekreftelse',
      hello,
      'Vi bekrefter det vi ble enige om {ask.Avtalens dato}:',
      '{ask.Hva som ble avtalt}',
      'Gi oss beskjed innen en uke dersom dere har oppfattet noe annerledes.',
    ],
    nl: [
      'Bevestiging',
      hello,
      'Wij bevestigen wat wij op {ask.Datum van de afspraak} hebben afgesproken:',
      '{ask.Wat is afgesproken}',
      'Laat het ons binnen een week weten als u het anders hebt begrepen.',
    ],
    ro: [
      'Confirmare',
      hello,
      'Confirmăm cele convenite la data de {ask.Data înțelegerii}:',
      '{ask.Ce s-a convenit}',
      'Vă rugăm să ne anunțați în termen de o săptămână dacă ați înțeles altfel.',
    ],
    pt: [
      'Confirmação',
      hello,
      'Confirmamos o que ficou acordado em {ask.Data do acordo}:',
      '{ask.O que ficou acordado}',
      'Agradecemos que nos informe no prazo de uma semana caso o tenha entendido de outro modo.',
    ],
  },
}

const missing: StandardTemplate = {
  title: {
    en: 'Request for missing papers',
    sv: 'Begäran om komplettering',
    nb: 'Anmodning om manglende dokumenter',
    nl: 'Verzoek om ontbrekende stukken',
    ro: 'Solicitare de completare',
    pt: 'Pedido de elementos em falta',
  },
  text: {
    en: [
      'Papers that are missing',
      hello,
      'To go on with {ask.The matter} we still need:',
      '{ask.What is missing}',
      'Please send it by {ask.By when}.',
    ],
    sv: [
      'Komplettering',
      hello,
      'För att kunna gå vidare med {ask.Ärendet} behöver vi ytterligare:',
      '{ask.Vad som saknas}',
      'Vänligen skicka det senast {ask.Senast när}.',
    ],
    nb: [
      'Manglende dokumenter',
      hello,
      'For å kunne gå videre med {ask.Saken} trenger vi i tillegg:',
      '{ask.Hva som mangler}',
      'Vi ber om å få dette innen {ask.Innen når}.',
    ],
    nl: [
      'Ontbrekende stukken',
      hello,
      'Om verder te kunnen met {ask.De zaak} hebben wij nog nodig:',
      '{ask.Wat ontbreekt}',
      'Wilt u dit uiterlijk {ask.Uiterlijk wanneer} toesturen?',
    ],
    ro: [
      'Documente lipsă',
      hello,
      'Pentru a putea continua {ask.Obiectul dosarului} mai avem nevoie de:',
      '{ask.Ce lipsește}',
      'Vă rugăm să ni le transmiteți până la {ask.Până când}.',
    ],
    pt: [
      'Elementos em falta',
      hello,
      'Para dar seguimento a {ask.O assunto} precisamos ainda de:',
      '{ask.O que falta}',
      'Agradecemos o envio até {ask.Até quando}.',
    ],
  },
}

const notice: StandardTemplate = {
  title: {
    en: 'Notice to end a contract',
    sv: 'Uppsägning av avtal',
    nb: 'Oppsigelse av avtale',
    nl: 'Opzegging van een overeenkomst',
    ro: 'Notificare de încetare a contractului',
    pt: 'Denúncia de contrato',
  },
  text: {
    en: [
      'Notice of termination: {ask.Contract}',
      hello,
      'We hereby give notice to end {ask.Contract} at the earliest date it allows, by our reckoning {ask.Last day}.',
      'Please confirm the notice and the last day in writing.',
    ],
    sv: [
      'Uppsägning: {ask.Avtal}',
      hello,
      'Härmed säger vi upp {ask.Avtal} till närmast möjliga dag, enligt vår beräkning {ask.Sista dag}.',
      'Vänligen bekräfta uppsägningen och sista dagen skriftligen.',
    ],
    nb: [
      'Oppsigelse: {ask.Avtale}',
      hello,
      'Vi sier med dette opp {ask.Avtale} fra tidligst mulige dato, etter vår beregning {ask.Siste dag}.',
      'Vi ber om skriftlig bekreftelse på oppsigelsen og siste dag.',
    ],
    nl: [
      'Opzegging: {ask.Overeenkomst}',
      hello,
      'Hierbij zeggen wij {ask.Overeenkomst} op tegen de eerst mogelijke datum, volgens onze berekening {ask.Laatste dag}.',
      'Wilt u de opzegging en de laatste dag schriftelijk bevestigen?',
    ],
    ro: [
      'Încetarea contractului: {ask.Contract}',
      hello,
      'Prin prezenta vă notificăm încetarea {ask.Contract} la prima dată posibilă, după calculul nostru {ask.Ultima zi}.',
      'Vă rugăm să confirmați în scris notificarea și ultima zi.',
    ],
    pt: [
      'Denúncia: {ask.Contrato}',
      hello,
      'Vimos por este meio denunciar {ask.Contrato} para a primeira data possível, segundo o nosso cálculo {ask.Último dia}.',
      'Agradecemos a confirmação por escrito da denúncia e do último dia.',
    ],
  },
}

const invitation: StandardTemplate = {
  title: {
    en: 'Invitation to a meeting',
    sv: 'Kallelse till möte',
    nb: 'Innkalling til møte',
    nl: 'Uitnodiging voor een overleg',
    ro: 'Invitație la o întâlnire',
    pt: 'Convite para uma reunião',
  },
  text: {
    en: [
      'Invitation: {ask.What about}',
      hello,
      'We would like to meet you about {ask.What about}.',
      '{ask.When and where}',
      'Please tell us whether you can come.',
    ],
    sv: [
      'Kallelse: {ask.Vad det gäller}',
      hello,
      'Vi vill gärna träffa er om {ask.Vad det gäller}.',
      '{ask.När och var}',
      'Meddela oss gärna om ni kan komma.',
    ],
    nb: [
      'Innkalling: {ask.Hva det gjelder}',
      hello,
      'Vi ønsker å møte dere om {ask.Hva det gjelder}.',
      '{ask.Når og hvor}',
      'Gi oss gjerne beskjed om dere kan komme.',
    ],
    nl: [
      'Uitnodiging: {ask.Waarover}',
      hello,
      'Wij spreken u graag over {ask.Waarover}.',
      '{ask.Wanneer en waar}',
      'Wilt u ons laten weten of u kunt komen?',
    ],
    ro: [
      'Invitație: {ask.Subiectul}',
      hello,
      'Am dori să ne întâlnim pentru a discuta despre {ask.Subiectul}.',
      '{ask.Când și unde}',
      'Vă rugăm să ne comunicați dacă puteți participa.',
    ],
    pt: [
      'Convite: {ask.Assunto}',
      hello,
      'Gostaríamos de nos reunir consigo sobre {ask.Assunto}.',
      '{ask.Quando e onde}',
      'Agradecemos que nos diga se pode comparecer.',
    ],
  },
}

export const standardTemplates: readonly StandardTemplate[] = [reply, cover, confirmation, missing, notice, invitation]
