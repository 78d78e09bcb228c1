// Reads JSON lines {id, dockerfile, target, args} and answers each with what BuildKit's own front end makes of it:
// {id, paths, whole, selectors, error}. `paths` is what the client would be asked to send of the local context
// (`whole`: no filter), `selectors` what the copies and mounts of the resulting graph pick from it.
// A line {tree: [[path, mode, link]…]} sets the context for the lines after it; {inputs, ignore} beside a Dockerfile
// then asks how those inputs compare with what of that context is sent and read. {ignore, files} alone asks which
// of the files an ignore file leaves.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"maps"
	"os"
	"slices"

	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

type question struct {
	ID         json.RawMessage   `json:"id"`
	Tree       [][3]string       `json:"tree"`
	Inputs     []string          `json:"inputs"`
	Ignore     string            `json:"ignore"`
	Files      []string          `json:"files"`
	Dockerfile string            `json:"dockerfile"`
	Target     string            `json:"target"`
	Args       map[string]string `json:"args"`
}

type answer struct {
	ID        json.RawMessage `json:"id"`
	Paths     []string        `json:"paths"`
	Whole     bool            `json:"whole"`
	Selectors []selector      `json:"selectors"`
	Compared  *comparison     `json:"compared,omitempty"`
	Left      []string        `json:"left,omitempty"`
	Error     string          `json:"error,omitempty"`
}

// An image of which nothing is known: no variable, no trigger, one layer.
type strangers struct{}

func (strangers) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, "", []byte(`{"os":"linux","architecture":"amd64","rootfs":{"type":"layers","diff_ids":["sha256:0000000000000000000000000000000000000000000000000000000000000000"]}}`), nil
}

func judge(ctx context.Context, asked question, folder *tree) (answer, error) {
	result := answer{ID: asked.ID, Paths: []string{}, Selectors: []selector{}}
	if asked.Files != nil {
		return result, result.leave(asked.Files, asked.Ignore)
	}
	platform := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	everything := pb.Caps.CapSet(pb.Caps.All())
	converted, err := dockerfile2llb.Dockerfile2LLB(ctx, []byte(asked.Dockerfile), dockerfile2llb.ConvertOpt{
		Config:         dockerui.Config{BuildArgs: asked.Args, Target: asked.Target},
		MetaResolver:   strangers{},
		TargetPlatform: &platform,
		LLBCaps:        &everything,
	})
	if err != nil {
		return result, err
	}
	definition, err := converted.State.Marshal(ctx)
	if err != nil {
		return result, err
	}
	if err := read(definition.Def, &result); err != nil || asked.Inputs == nil {
		return result, err
	}
	result.Compared, err = folder.compare(&result, asked.Ignore, asked.Inputs)
	return result, err
}

func (result *answer) leave(files []string, ignore string) error {
	entries := [][3]string{}
	for _, file := range files {
		entries = append(entries, [3]string{file, "100644", ""})
	}
	left, err := newTree(entries).sent(&answer{Whole: true}, ignore)
	result.Left = slices.Sorted(maps.Keys(left))
	return err
}

func answerTo(ctx context.Context, asked question, folder *tree) []byte {
	result, err := judge(ctx, asked, folder)
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
	var folder *tree
	for input.Scan() {
		var asked question
		if err := json.Unmarshal(input.Bytes(), &asked); err != nil {
			panic(err)
		}
		if asked.Tree != nil {
			folder = newTree(asked.Tree)
			continue
		}
		output.Write(append(answerTo(context.Background(), asked, folder), '\n'))
		output.Flush()
	}
}
