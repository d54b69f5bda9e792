import type { Descriptions } from './types.ts'

export const pt: Descriptions = {
  paper: [
    'Papel de plotter 90 g, 914 mm × 50 m',
    'Papel de cópia A3 80 g',
    'Papel de cópia A4 80 g, reciclado',
    'Tinteiro preto 775 ml',
    'Rolo de esquiço 50 cm × 100 m, amarelo',
  ],
  cleaning: [
    'Limpeza de escritório conforme contrato',
    'Limpeza extraordinária após reunião',
    'Limpeza de vidros interiores, 2.º andar',
    'Toalhetes de papel e sabonete',
  ],
  energy: ['Eletricidade, consumo medido', 'Potência contratada', 'Tarifa de acesso às redes e imposto especial'],
  telephone: [
    'Tarifário móvel Empresas 20 GB',
    'Central telefónica na nuvem, mensalidade',
    'Chamadas internacionais',
    'Cartão SIM e portabilidade',
  ],
  rent: [
    'Renda do escritório, 3.º andar, 340 m²',
    'Despesas de condomínio, provisão',
    'Lugar de estacionamento na cave',
  ],
  hotel: ['Alojamento em quarto individual com pequeno-almoço', 'Jantar no restaurante', 'Estacionamento em garagem'],
  models: [
    'Placa de K-line 5 mm, 700 × 1000',
    'Placa acrílica 3 mm, transparente, corte a laser',
    'Execução de maquete, fresagem e montagem',
    'Ripas de balsa, sortidas',
  ],
  software: [
    'Licença de programa de desenho, subscrição anual',
    'Armazenamento de 2 TB com cópia de segurança',
    'Assistência e formação à distância',
  ],
  coffee: [
    'Café em grão, torra escura',
    'Bebida de aveia barista, 6 × 1 l',
    'Chá, caixa sortida',
    'Aluguer de máquina de café',
  ],
  service: [
    'Substituição de filtros da unidade de ventilação',
    'Afinação de caudais de ar, 3.º andar',
    'Motor de ventilador EC 2,4 kW',
    'Deslocação de viatura técnica',
  ],
  courier: ['Estafeta de bicicleta na cidade', 'Encomenda nacional, dia seguinte', 'Taxa de combustível'],
  printing: [
    'Impressão A0 a cores, 120 g',
    'Impressão A1 a preto e branco',
    'Caderno A3 colado, 48 páginas',
    'Laminação mate',
  ],
  survey: [
    'Estudo geotécnico e recolha de amostras',
    'Levantamento e implantação, topógrafo',
    'Sondagem, por ponto',
    'Mobilização e deslocação',
  ],
  flowers: ['Ramo de flores da época', 'Manutenção de plantas conforme contrato', 'Planta de vaso, pequena'],
}
