"""The recording scripts are for PyTorch's own environment: pytest leaves them alone."""

collect_ignore_glob = ["torch_*.py"]
