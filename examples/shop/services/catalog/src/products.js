import { money } from '@shop/money'

export const products = [
  { id: 'assam', name: 'Assam tea, 250 g', price: money('8.90'), tags: ['tea', 'black'] },
  { id: 'sencha', name: 'Sencha tea, 100 g', price: money('12.40'), tags: ['tea', 'green'] },
  { id: 'yirgacheffe', name: 'Yirgacheffe coffee, 500 g', price: money('14.90'), tags: ['coffee'] },
  { id: 'teapot', name: 'Teapot, 1 l', price: money('34.00'), tags: ['tea', 'kitchen'] },
  { id: 'mill', name: 'Coffee mill', price: money('59.95'), tags: ['coffee', 'kitchen'] },
]
