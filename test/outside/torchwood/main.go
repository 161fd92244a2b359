// Command torch asks torchwood whether it agrees: with a proof file and its policy, and with a log read from a node.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"
)

// checkProof verifies a tlog-proof whose extra data is the entry itself.
func checkProof(policyFile, proofFile string) error {
	policy, err := readPolicy(policyFile)
	if err != nil {
		return err
	}
	proof, err := os.ReadFile(proofFile)
	if err != nil {
		return err
	}
	entry, err := torchwood.ProofExtraData(proof)
	if err != nil {
		return err
	}
	if err := torchwood.VerifyProof(policy, tlog.RecordHash(entry), proof); err != nil {
		return err
	}
	fmt.Printf("ok %d bytes\n", len(entry))
	return nil
}

func readPolicy(file string) (torchwood.Policy, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return torchwood.ParsePolicy(data)
}

// httpClient presents a certificate, and takes for the server one certificate alone.
func httpClient(certFile, keyFile, serverFile string) (*http.Client, error) {
	pair, err := tls.LoadX509KeyPair(certFile, keyFile)
	if err != nil {
		return nil, err
	}
	server, err := os.ReadFile(serverFile)
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(server) {
		return nil, errors.New("no certificate of the server")
	}
	config := &tls.Config{Certificates: []tls.Certificate{pair}, RootCAs: roots, ServerName: os.Getenv("SERVER_NAME")}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: config}, Timeout: 10 * time.Second}, nil
}

// readLog fetches the checkpoint, requires the policy of it, and reads every entry, each authenticated by tiles.
func readLog(base, policyFile string, client *http.Client) error {
	policy, err := readPolicy(policyFile)
	if err != nil {
		return err
	}
	fetcher, err := torchwood.NewTileFetcher(base, torchwood.WithHTTPClient(client))
	if err != nil {
		return err
	}
	ctx := context.Background()
	signed, err := fetcher.ReadEndpoint(ctx, "checkpoint")
	if err != nil {
		return err
	}
	checkpoint, note, err := torchwood.VerifyCheckpoint(signed, policy)
	if err != nil {
		return err
	}
	reader, err := torchwood.NewClient(fetcher)
	if err != nil {
		return err
	}
	var read int64
	for range reader.AllEntries(ctx, checkpoint.Tree, 0) {
		read++
	}
	if err := reader.Err(); err != nil {
		return err
	}
	if read != checkpoint.N {
		return fmt.Errorf("%d entries of %d", read, checkpoint.N)
	}
	fmt.Printf("ok %s %d entries, %d signatures\n", checkpoint.Origin, read, len(note.Sigs))
	return nil
}

func run(args []string) error {
	if len(args) == 3 && args[0] == "proof" {
		return checkProof(args[1], args[2])
	}
	if len(args) == 6 && args[0] == "read" {
		client, err := httpClient(args[3], args[4], args[5])
		if err != nil {
			return err
		}
		return readLog(args[1], args[2], client)
	}
	return errors.New("usage: torch proof POLICY PROOF | torch read URL POLICY CERTIFICATE KEY SERVER")
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
}
