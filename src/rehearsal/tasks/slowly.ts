import type { ServerResponse } from 'node:http'

const PIECE_EVERY = 250
const PIECE = 'a piece of it\n'

const numberIn = (url: string, name: string): number =>
  Number(new URLSearchParams(url.split('?')[1]).get(name) ?? 0)

/** In pieces, told beforehand how many bytes they make: what is cut off is not taken for the end. */
const trickle = (response: ServerResponse, milliseconds: number): void => {
  let left = Math.ceil(milliseconds / PIECE_EVERY)
  response.setHeader('content-length', left * PIECE.length)
  const timer = setInterval(() => {
    left -= 1
    response.write(PIECE)
    if (left > 0) return
    clearInterval(timer)
    response.end()
  }, PIECE_EVERY)
  response.once('close', () => clearInterval(timer))
}

/**
 * What takes its time, as some requests do: `?takes=4000` is answered after so many milliseconds, `?trickles=10000` in
 * pieces for so long. False for any other.
 */
export const answerSlowly = (url: string, response: ServerResponse, text: string): boolean => {
  const [takes, trickles] = [numberIn(url, 'takes'), numberIn(url, 'trickles')]
  if (trickles > 0) trickle(response, trickles)
  else if (takes > 0) setTimeout(() => response.end(text), takes)
  return trickles > 0 || takes > 0
}
