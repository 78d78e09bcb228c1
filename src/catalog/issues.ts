import type * as v from 'valibot'

export type Issue = v.BaseIssue<unknown>

/** What is wrong, and where in the value. */
export interface PlainIssue {
  readonly issue: Issue
  readonly path: readonly (string | number)[]
  /** Of one of several forms, which may not be the one that was meant. */
  readonly ofForm: boolean
}

/** Where one of several forms was meant, by what stands inside of it, what is wrong inside; else that it is none of them. */
export const plainIssues = (issue: Issue, above: PlainIssue['path'] = [], ofForm = false): PlainIssue[] => {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)]
  const inner = (issue.issues ?? []).filter((one) => one.path !== undefined)
  return inner.length > 0
    ? inner.flatMap((one) => plainIssues(one, path, issue.type === 'union' && one.path?.length === 1))
    : [{ issue, path, ofForm }]
}
