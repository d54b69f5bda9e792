import type { Descriptions } from './types.ts'

export const en: Descriptions = {
  paper: [
    'Plotter paper 90 gsm, 914 mm × 50 m',
    'Copier paper A3 80 gsm',
    'Copier paper A4 80 gsm, recycled',
    'Ink cartridge black 775 ml',
    'Sketch roll 50 cm × 100 m, yellow',
  ],
  cleaning: [
    'Office cleaning as per contract',
    'Additional cleaning after meeting',
    'Window cleaning, internal, second floor',
    'Paper towels and hand soap',
  ],
  energy: ['Electricity, unit charge', 'Standing charge', 'Distribution and levies'],
  telephone: [
    'Business mobile plan 20 GB',
    'Hosted switchboard, basic fee',
    'International calls',
    'SIM card and number porting',
  ],
  rent: ['Rent of office premises, third floor, 340 sq m', 'Service charge on account', 'Parking space, basement'],
  hotel: ['Accommodation, single room with breakfast', 'Dinner in the restaurant', 'Car park'],
  models: [
    'Foam board 5 mm, 700 × 1000',
    'Acrylic sheet 3 mm, clear, laser cut',
    'Model making, milling and assembly',
    'Balsa strips, assorted',
  ],
  software: [
    'Drawing software licence, annual subscription',
    'Storage 2 TB with backup',
    'Remote support and training',
  ],
  coffee: ['Dark roast whole beans', 'Oat drink barista, 6 × 1 l', 'Tea, mixed case', 'Coffee machine hire'],
  service: [
    'Filter change, air handling unit',
    'Commissioning of air flows, third floor',
    'Fan motor EC 2.4 kW',
    'Travel, service van',
  ],
  courier: ['Cycle courier, city zone', 'Parcel, next working day', 'Fuel surcharge'],
  printing: [
    'Print A0 colour, 120 gsm',
    'Print A1 black and white',
    'Booklet A3, perfect bound, 48 pages',
    'Lamination, matt',
  ],
  survey: [
    'Ground investigation and sampling',
    'Setting out and survey, chartered surveyor',
    'Penetration test, per location',
    'Mobilisation and travel',
  ],
  flowers: ['Bouquet, seasonal flowers', 'Plant care as per contract', 'Pot plant, small'],
}
