// Reads JSON lines and answers questions about what BuildKit itself reads of a build. A line is one of
//
//	{tree: [[path, mode, link, oid]…], context}   the files of a context from here on; without a name the main one
//	{dockerfile, target, args, contexts, ignores} a build: `contexts` holds the address of each named context
//	                                              (`local:NAME` for a tree), `ignores` ignore files by context
//	{ignore, files}                               which of the files an ignore file leaves
//	{rewrite: true, dockerfile, args, contexts}   the same as a Dockerfile that only copies, for a real build
//
// A build is answered by {id, sources, images, instructions, error}: what it takes from each context and which images,
// and a digest of what it does. With `inputs` (lists by context) also by how those compare with what is sent and read, with `content` also by
// a digest of all files that it reads.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"os"
	"slices"
)

type question struct {
	ID         json.RawMessage     `json:"id"`
	Tree       [][4]string         `json:"tree"`
	Context    string              `json:"context"`
	Inputs     map[string][]string `json:"inputs"`
	Content    bool                `json:"content"`
	Rewrite    bool                `json:"rewrite"`
	Ignore     string              `json:"ignore"`
	Ignores    map[string]string   `json:"ignores"`
	Files      []string            `json:"files"`
	Dockerfile string              `json:"dockerfile"`
	Target     string              `json:"target"`
	Args       map[string]string   `json:"args"`
	Contexts   map[string]string   `json:"contexts"`
}

type answer struct {
	ID           json.RawMessage    `json:"id"`
	Sources      map[string]*source `json:"sources,omitempty"`
	Images       []string           `json:"images,omitempty"`
	Instructions string             `json:"instructions,omitempty"`
	Content      string             `json:"content,omitempty"`
	Compared     *comparison        `json:"compared,omitempty"`
	Left         []string           `json:"left,omitempty"`
	Rewritten    string             `json:"rewritten,omitempty"`
	Error        string             `json:"error,omitempty"`
}

// By the context's name.
type trees map[string]*tree

func (known trees) judge(ctx context.Context, asked question) (answer, error) {
	result := answer{ID: asked.ID}
	if asked.Files != nil {
		return result, result.leave(asked.Files, asked.Ignore)
	}
	if asked.Rewrite {
		text, err := rewrite(asked)
		result.Rewritten = text
		return result, err
	}
	made, err := convert(ctx, asked)
	if err != nil {
		return result, err
	}
	result.Sources, result.Images, result.Instructions = made.sources, made.images, string(made.instructions)
	if asked.Inputs == nil && !asked.Content {
		return result, nil
	}
	taken, err := known.take(made.sources, asked.Ignores)
	if err != nil {
		return result, err
	}
	if asked.Inputs != nil {
		result.Compared = taken.compare(asked.Inputs)
	}
	if asked.Content {
		result.Content = taken.content()
	}
	return result, nil
}

func (result *answer) leave(files []string, ignore string) error {
	entries := [][4]string{}
	for _, file := range files {
		entries = append(entries, [4]string{file, "100644", "", ""})
	}
	left, err := newTree(entries).sent(&source{Whole: true}, ignore)
	result.Left = slices.Sorted(maps.Keys(left))
	return err
}

func (known trees) answerTo(ctx context.Context, asked question) []byte {
	result, err := known.judge(ctx, asked)
	if err != nil {
		result.Error = err.Error()
	}
	text, err := json.Marshal(result)
	if err != nil {
		panic(err)
	}
	return text
}

// The order of the answers is that of the questions.
func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 1<<28)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	known := trees{}
	for input.Scan() {
		var asked question
		if err := json.Unmarshal(input.Bytes(), &asked); err != nil {
			panic(err)
		}
		if asked.Tree != nil {
			known[cmp.Or(asked.Context, mainContext)] = newTree(asked.Tree)
			continue
		}
		output.Write(append(known.answerTo(context.Background(), asked), '\n'))
		output.Flush()
	}
}
