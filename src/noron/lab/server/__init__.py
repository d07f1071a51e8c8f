"""The lab on one's own machine: pages and sessions behind one gate, for this machine only."""
