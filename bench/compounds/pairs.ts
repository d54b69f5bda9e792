/**
 * Compound words and the part by which an office looks for them, made by hand for three languages, with words in which the
 * letters of a part stand by chance. Left: what is typed; right: words in which it must be found.
 */
export interface Pairs {
  readonly language: 'sv' | 'nb' | 'nl'
  readonly found: Readonly<Record<string, string>>
  /** In none of these is any of the parts to be found. */
  readonly strangers: string
}

export const pairs: readonly Pairs[] = [
  {
    language: 'sv',
    found: {
      avtal:
        'hyresavtal anställningsavtal ramavtalet leasingavtal serviceavtalen kollektivavtal köpeavtal samarbetsavtal',
      faktura: 'slutfaktura leverantörsfaktura kreditfaktura delfaktura',
      skatt: 'fastighetsskatt inkomstskatt bolagsskatten förmögenhetsskatt',
      lån: 'bostadslån banklån reverslånet',
      ränta: 'dröjsmålsränta låneränta bankräntan',
      försäkring: 'hemförsäkring företagsförsäkring bilförsäkringen ansvarsförsäkring',
      protokoll: 'styrelseprotokoll mötesprotokoll besiktningsprotokollet förhandlingsprotokoll',
      stämma: 'årsstämma bolagsstämma föreningsstämman',
      lov: 'bygglov rivningslov marklov bygglovet',
      tillstånd: 'serveringstillstånd parkeringstillståndet arbetstillstånd',
      plan: 'detaljplan översiktsplan likviditetsplanen verksamhetsplan',
      konto: 'bankkonto sparkonto skattekontot',
      intyg: 'läkarintyg registreringsintyg anställningsintyget',
      besked: 'läkarbesked beslutsbesked startbeskedet',
      redovisning: 'årsredovisning momsredovisning löneredovisningen',
      lön: 'månadslön timlönen semesterlön',
      hyra: 'lokalhyra bostadshyra månadshyran',
      anmälan: 'skadeanmälan felanmälan flyttanmälan',
      kvitto: 'köpkvitto kassakvitto bensinkvittot',
      kontroll: 'ventilationskontroll egenkontroll kvalitetskontrollen',
      fastighet: 'fastighetsägare fastighetsbolag hyresfastighet',
      moms: 'momsdeklaration ingångsmoms',
      arkiv: 'pappersarkiv arkivnummer kommunarkivet',
      ägare: 'bilägare fastighetsägaren',
      underlag: 'löneunderlag bokföringsunderlag beslutsunderlaget',
      nyckel: 'nyckelkvittens reservnyckel huvudnyckeln',
    },
    strangers:
      'betalning leverans förening kontor arvode rättelse verkstad mottagare övertalning planet plantering polovers kontoret slöseri konstant rånare slängt allmän villkor påminnelse kallelse utbildning förslag uppdrag beslut ordförande granskning utredning kommunal ekonomisk ansvarig sekreterare medlem byggnad hyllning avtagande intygande räntefri stammande lönlös skattkista momentan arkeologi nyckfull kvittera',
  },
  {
    language: 'nb',
    found: {
      avtale: 'leieavtale arbeidsavtale rammeavtalen serviceavtale tariffavtale samarbeidsavtalen kjøpeavtale',
      faktura: 'sluttfaktura leverandørfaktura kreditfaktura strømfakturaen',
      skatt: 'eiendomsskatt inntektsskatt formuesskatten selskapsskatt',
      lån: 'boliglån banklån studielånet',
      rente: 'forsinkelsesrente lånerente bankrenten',
      forsikring: 'innboforsikring bilforsikring ansvarsforsikringen yrkesskadeforsikring',
      protokoll: 'styreprotokoll møteprotokoll overtakelsesprotokollen',
      møte: 'styremøte årsmøte foreldremøtet personalmøte',
      tillatelse: 'byggetillatelse skjenketillatelse arbeidstillatelsen',
      plan: 'reguleringsplan kommuneplan handlingsplanen budsjettplan',
      konto: 'bankkonto sparekonto skattetrekkskontoen',
      attest: 'legeattest firmaattest vandelsattesten',
      regnskap: 'årsregnskap konsernregnskap husholdningsregnskapet',
      lønn: 'månedslønn timelønn feriepengelønnen',
      leie: 'husleie lokalleie forskuddsleien',
      melding: 'skademelding feilmelding flyttemeldingen',
      kvittering: 'kassakvittering betalingskvittering',
      kontroll: 'ventilasjonskontroll egenkontroll kvalitetskontrollen',
      eiendom: 'eiendomsmegler eiendomsselskap næringseiendom',
      avgift: 'merverdiavgift dokumentavgift årsavgiften',
      vedtak: 'styrevedtak kommunestyrevedtak',
      søknad: 'byggesøknad stillingssøknad støttesøknaden',
      brev: 'varselbrev oppsigelsesbrev følgebrevet',
      bilag: 'regnskapsbilag kassabilag',
      nøkkel: 'nøkkelkort reservenøkkel',
    },
    strangers:
      'betaling leveranse forening kontor beslutning verksted mottaker overtalelse planet plantasje kontoret sløseri konstant grensesnitt allmenn vilkår påminnelse innkalling utdanning forslag oppdrag styreleder gransking utredning kommunal økonomisk ansvarlig sekretær medlem bygning avtakende attentat leirskole skattkiste motellet lønnlig kvitterer renteri arkeologi meldeplikt forsiktig brevduer',
  },
  {
    language: 'nl',
    found: {
      overeenkomst: 'huurovereenkomst arbeidsovereenkomst koopovereenkomst raamovereenkomst serviceovereenkomsten',
      contract: 'huurcontract arbeidscontract onderhoudscontract leasecontracten',
      factuur: 'creditfactuur eindfactuur energiefactuur leveranciersfactuur',
      belasting: 'inkomstenbelasting vennootschapsbelasting loonbelasting motorrijtuigenbelasting',
      lening: 'studielening banklening hypotheeklening',
      rente: 'hypotheekrente spaarrente vertragingsrente',
      verzekering: 'inboedelverzekering autoverzekering aansprakelijkheidsverzekering zorgverzekeringen',
      vergunning: 'bouwvergunning omgevingsvergunning parkeervergunning werkvergunning',
      vergadering: 'ledenvergadering bestuursvergadering aandeelhoudersvergadering',
      verslag: 'jaarverslag vergaderverslag inspectieverslag',
      plan: 'bestemmingsplan bedrijfsplan beleidsplan',
      rekening: 'bankrekening spaarrekening eindrekening jaarrekening',
      verklaring: 'werkgeversverklaring huurdersverklaring erfrechtverklaring',
      aanvraag: 'vergunningaanvraag subsidieaanvraag uitkeringsaanvraag',
      loon: 'minimumloon maandloon uurloon',
      huur: 'kantoorhuur huurprijs maandhuur',
      melding: 'schademelding storingsmelding ziekmelding',
      besluit: 'bestuursbesluit gemeenteraadsbesluit',
      brief: 'aanmaningsbrief opzegbrief volgbrief',
      bewijs: 'betalingsbewijs aankoopbewijs rijbewijs',
      opgave: 'belastingopgave prijsopgave jaaropgave',
      sleutel: 'reservesleutel huissleutel',
      controle: 'kwaliteitscontrole brandveiligheidscontrole',
      kosten: 'servicekosten reiskosten administratiekosten',
      dossier: 'personeelsdossier zaakdossier',
    },
    strangers:
      'betaling levering vereniging kantoor beslissing werkplaats ontvanger planeet plantage voorwaarde herinnering uitnodiging opleiding voorstel opdracht voorzitter onderzoek gemeentelijk economisch verantwoordelijk secretaris gebouw afnemend gelijkmatig beloning verhuring briefing geloof contra schuurtje rentmeester verkering bewering loonzaam kostelijk factor planken meldkamer constant leningrad',
  },
]
