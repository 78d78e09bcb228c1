package main

import (
	"encoding/json"

	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
)

// What one copy or mount picks from the context. A copy's path may be a pattern, a mount's never is.
type selector struct {
	Path     string   `json:"path"`
	Kind     string   `json:"kind"`
	Include  []string `json:"include,omitempty"`
	Exclude  []string `json:"exclude,omitempty"`
	Required []string `json:"required,omitempty"`
}

const contextSource = "local://context"

// Reads the marshalled graph: the sources by their attributes, then whoever takes something from them.
func read(definition [][]byte, result *answer) error {
	ops := make([]*pb.Op, len(definition))
	sources := map[string]bool{}
	for index, bytes := range definition {
		ops[index] = &pb.Op{}
		if err := ops[index].UnmarshalVT(bytes); err != nil {
			return err
		}
		if source := ops[index].GetSource(); source != nil && source.Identifier == contextSource {
			sources[string(digest.FromBytes(bytes))] = true
			if err := result.addSource(source.Attrs); err != nil {
				return err
			}
		}
	}
	for _, op := range ops {
		result.addReaders(op, sources)
	}
	return nil
}

func (result *answer) addSource(attributes map[string]string) error {
	text, filtered := attributes[pb.AttrFollowPaths]
	if !filtered {
		result.Whole = true
		return nil
	}
	paths := []string{}
	if err := json.Unmarshal([]byte(text), &paths); err != nil {
		return err
	}
	result.Paths = append(result.Paths, paths...)
	return nil
}

func (result *answer) addReaders(op *pb.Op, sources map[string]bool) {
	fromContext := func(input int64) bool {
		return input >= 0 && input < int64(len(op.Inputs)) && sources[op.Inputs[input].Digest]
	}
	for _, action := range op.GetFile().GetActions() {
		copied := action.GetCopy()
		if copied != nil && fromContext(action.SecondaryInput) {
			result.Selectors = append(result.Selectors, selector{
				Path: copied.Src, Kind: "copy",
				Include: copied.IncludePatterns, Exclude: copied.ExcludePatterns, Required: copied.RequiredPaths,
			})
		}
	}
	for _, mount := range op.GetExec().GetMounts() {
		if fromContext(mount.Input) {
			result.Selectors = append(result.Selectors, selector{Path: "/" + mount.Selector, Kind: "mount"})
		}
	}
}
