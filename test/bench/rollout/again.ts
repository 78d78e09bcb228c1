const MOST_TRIES = 3

/** What proves nothing is played again. What never proves anything is found out all the same. */
export const playAgain = async <T>(
  play: () => Promise<T>,
  isVoid: (played: T) => boolean,
  tries = 1,
): Promise<T & { readonly tries: number }> => {
  const played = await play()
  return isVoid(played) && tries < MOST_TRIES ? playAgain(play, isVoid, tries + 1) : { ...played, tries }
}
