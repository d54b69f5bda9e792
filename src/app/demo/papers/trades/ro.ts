import type { Descriptions } from './types.ts'

export const ro: Descriptions = {
  paper: [
    'Hârtie plotter 90 g, 914 mm × 50 m',
    'Hârtie copiator A3 80 g',
    'Hârtie copiator A4 80 g, reciclată',
    'Cartuș cerneală negru 775 ml',
    'Rolă schiță 50 cm × 100 m, galbenă',
  ],
  cleaning: [
    'Servicii de curățenie birouri, conform contract',
    'Curățenie suplimentară după ședință',
    'Spălat geamuri la interior, etajul 2',
    'Prosoape de hârtie și săpun',
  ],
  energy: ['Energie electrică activă', 'Abonament lunar', 'Tarif de distribuție și accize'],
  telephone: [
    'Abonament mobil Business 20 GB',
    'Centrală telefonică virtuală, tarif de bază',
    'Convorbiri internaționale',
    'Cartelă SIM și portare',
  ],
  rent: ['Chirie spațiu birouri, etajul 3, 340 mp', 'Cheltuieli comune, avans', 'Loc de parcare subteran'],
  hotel: ['Cazare cameră single, mic dejun inclus', 'Cină la restaurant', 'Parcare în garaj'],
  models: [
    'Placă kapa 5 mm, 700 × 1000',
    'Placă acrilică 3 mm, transparentă, tăiată cu laser',
    'Execuție machetă, frezare și asamblare',
    'Baghete de balsa, sortate',
  ],
  software: [
    'Licență program de proiectare, abonament anual',
    'Stocare 2 TB cu copie de siguranță',
    'Asistență și instruire la distanță',
  ],
  coffee: [
    'Cafea boabe, prăjire închisă',
    'Băutură de ovăz barista, 6 × 1 l',
    'Ceai, cutie asortată',
    'Închiriere espressor',
  ],
  service: [
    'Înlocuire filtre centrală de ventilație',
    'Reglare debite de aer, etajul 3',
    'Motor ventilator EC 2,4 kW',
    'Deplasare autoutilitară',
  ],
  courier: ['Curier pe bicicletă în oraș', 'Colet intern, a doua zi', 'Supliment de combustibil'],
  printing: [
    'Tipărire A0 color, 120 g',
    'Tipărire A1 alb-negru',
    'Broșură A3, legată cu adeziv, 48 de pagini',
    'Laminare mată',
  ],
  survey: [
    'Studiu geotehnic și prelevare de probe',
    'Măsurători și trasare, inginer topograf',
    'Sondaj de penetrare, pe punct',
    'Mobilizare și deplasare',
  ],
  flowers: ['Buchet, flori de sezon', 'Întreținere plante conform contract', 'Plantă de ghiveci, mică'],
}
