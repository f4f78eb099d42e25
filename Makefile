# make check: what must hold before a commit. CI runs the same.
GO     ?= go
TOOL    = $(GO) tool -modfile=tools/go.mod
PARTS   = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
DATA   ?= ../shared/data
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)

.PHONY: help check test vet lint format eval models bench fuzz golden release clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /	/'

check: format vet lint test ## formatting, vet, linter, layer rules, tests

test: ## all tests
	$(GO) test ./...

vet:
	$(GO) vet ./...

lint: ## the linter, as .golangci.yml says
	$(TOOL) golangci-lint run

format: ## fail when a file is not formatted
	@files=$$($(TOOL) gofumpt -l . ); if [ -n "$$files" ]; then echo "not formatted (run gofumpt -w):"; echo "$$files"; exit 1; fi

models: ## train the language models anew: make models DATA=../shared/data
	$(GO) run ./cmd/langtrain train -data $(DATA) -o internal/lang/model/data/english.model

# figures of tests: what they log, under the name of their package
FIGURES = sed -n -e 's/^=== RUN  *Test[A-Za-z]*\/\(.*\)/\1:/p' -e '/_test.go:[0-9]*: \(missed\|wrong\|line\)/d' -e 's/^ *[a-z_]*_test.go:[0-9]*: /  /p'
CLAIMS  = lang/ner lang/coref timex extract statement claim claim/proposal claim/plover claim/position claim/consultation claim/forecast knowledge/pack pipeline
RECORD  = story subject crossdoc reconcile record

eval: ## measure accuracy on the shared data; write eval/lang.txt, eval/countries.txt, eval/claims.txt, eval/record.txt
	$(GO) run ./cmd/langtrain eval -data $(DATA) -o eval/lang.txt
	$(GO) run ./cmd/langtrain countries -o eval/countries.txt
	@{ echo "# How well reports are read. Written by make eval; doc/evaluation.md says how each figure is computed."; \
	for p in $(CLAIMS); do echo "# $$p"; $(GO) test ./internal/$$p -run 'Eval|Seeds|Readouts' -count=1 -v | $(FIGURES); done; \
	echo "# claims"; TRAVAUX_EVAL=1 $(GO) test . -run 'Claims|Readouts|Mirror' -count=1 -v | $(FIGURES); } > eval/claims.txt
	@{ echo "# How well reports become one record. Written by make eval; doc/evaluation.md says how each figure is computed."; \
	for p in $(RECORD); do echo "# $$p"; $(GO) test ./internal/$$p -run Eval -count=1 -v | $(FIGURES); done; \
	echo "# conflicts"; TRAVAUX_EVAL=1 $(GO) test . -run Conflicts -count=1 -v | $(FIGURES); \
	echo "# examples"; $(GO) test . -run 'Examples|Identity' -count=1 -v | grep -v '=== RUN' | $(FIGURES) | sort; \
	echo "# answers"; $(GO) test . -run AnswersEval -count=1 -v | grep -v '=== RUN' | $(FIGURES) | sort; } > eval/record.txt
	@cat eval/claims.txt eval/record.txt

bench: ## time annotate and dossier over a generated folder of 1,000 reports
	$(GO) test ./... -run '^$$' -bench . -benchtime 1x -benchmem

FUZZTIME = 5s
fuzz: ## fuzz every reader of bytes: make fuzz FUZZTIME=10m
	@$(GO) test -list '^Fuzz' ./... | awk '/^Fuzz/ {f[n++] = $$1} /^ok/ {for (i = 0; i < n; i++) print $$2, f[i]; n = 0}' | \
	while read -r pkg f; do \
	  $(GO) test $$pkg -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x > fuzz.log 2>&1 || { cat fuzz.log; exit 1; }; \
	  echo "$$pkg $$f: $$(grep -o 'execs: [0-9]*' fuzz.log | tail -1)"; \
	done; s=$$?; rm -f fuzz.log; exit $$s

golden: ## rewrite golden files; read the diff before you commit it
	$(GO) test ./... -update

release: ## cross-compile without cgo into dist/
	@mkdir -p dist
	@for p in $(PARTS); do os=$${p%/*}; arch=$${p#*/}; ext=; [ $$os = windows ] && ext=.exe; \
	  echo "dist/travaux-$$os-$$arch$$ext"; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' \
	    -o dist/travaux-$$os-$$arch$$ext ./cmd/travaux || exit 1; done

clean:
	rm -rf dist dossier
