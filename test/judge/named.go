package main

import (
	"context"
	"errors"
	"os"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/frontend/gateway/client"
	gateway "github.com/moby/buildkit/frontend/gateway/pb"
	"github.com/moby/buildkit/util/apicaps"
	digest "github.com/opencontainers/go-digest"
	fstypes "github.com/tonistiigi/fsutil/types"
)

// An image of which nothing is known: no variable, no trigger, one layer.
type strangers struct{}

func (strangers) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, "", []byte(`{"os":"linux","architecture":"amd64","rootfs":{"type":"layers","diff_ids":["sha256:0000000000000000000000000000000000000000000000000000000000000000"]}}`), nil
}

// The builder as the front end meets it when it asks for named contexts. Their ignore files are not read here: the filter gets them.
type builder struct {
	strangers
	client.Client
	options client.BuildOpts
}

// Null where a build has no named context: then the front end needs no builder.
func namedContexts(contexts map[string]string, caps apicaps.CapSet) (*dockerui.Client, error) {
	if len(contexts) == 0 {
		return nil, nil
	}
	options := map[string]string{}
	for name, address := range contexts {
		options["context:"+name] = address
	}
	return dockerui.NewClient(builder{options: client.BuildOpts{Opts: options, LLBCaps: caps, Caps: gateway.Caps.CapSet(gateway.Caps.All())}})
}

func (b builder) BuildOpts() client.BuildOpts { return b.options }

func (b builder) ResolveImageConfig(ctx context.Context, ref string, opt sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return b.strangers.ResolveImageConfig(ctx, ref, opt)
}

func (builder) Inputs(context.Context) (map[string]llb.State, error) { return nil, nil }

func (builder) Solve(context.Context, client.SolveRequest) (*client.Result, error) {
	result := client.NewResult()
	result.SetRef(emptyFolder{})
	return result, nil
}

type emptyFolder struct{}

var errNothing = errors.New("not asked for")

func (emptyFolder) ToState() (llb.State, error)    { return llb.State{}, errNothing }
func (emptyFolder) Evaluate(context.Context) error { return nil }
func (emptyFolder) ReadFile(context.Context, client.ReadRequest) ([]byte, error) {
	return nil, os.ErrNotExist
}
func (emptyFolder) StatFile(context.Context, client.StatRequest) (*fstypes.Stat, error) {
	return nil, os.ErrNotExist
}
func (emptyFolder) ReadDir(context.Context, client.ReadDirRequest) ([]*fstypes.Stat, error) {
	return nil, os.ErrNotExist
}
