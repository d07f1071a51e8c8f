"""noron beside its peers: the same steps, validated first, then timed in turn on one machine.

`python -m benchmarks --quick` takes under five minutes on two cores, `python -m benchmarks` all of
it. Each peer is a process of its own, with its own threads; only one of them works at a time.
"""
