/** An image's name as people write it: without Docker Hub's own address, and without `:latest`. */
export const familiarName = (reference: string): string =>
  reference
    .replace(/^(?:index\.)?docker\.io\//, '')
    .replace(/^library\/(?=[^/]+$)/, '')
    .replace(/:latest$/, '')
