/** What a program answered, held against what the generator knows. */
export const judge = (answered, truth) => {
  const names = new Set(answered)
  return {
    answered: names.size,
    missed: [...truth].filter((name) => !names.has(name)),
    extra: [...names].filter((name) => !truth.has(name)),
  }
}

export const verdict = ({ answered, missed, extra }) => {
  const wrong = [
    missed.length > 0 ? `MISSED ${missed.length}` : '',
    extra.length > 0 ? `${extra.length} too many` : '',
  ].filter((text) => text !== '')
  return `${answered} affected: ${wrong.length > 0 ? wrong.join(', ') : 'all right'}`
}
